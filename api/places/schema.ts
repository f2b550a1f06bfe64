import { z } from '@hono/zod-openapi'

const placeWords = z
  .object({
    name: z.string(),
    area: z.string().optional().openapi({ description: 'the city, region or country around it' }),
  })
  .openapi('PlaceWords')

export const nearestPlace = z.object({ ru: placeWords, en: placeWords })

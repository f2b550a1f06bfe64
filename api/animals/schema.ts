import { z } from '@hono/zod-openapi'
import { RESOLUTIONS, VERDICTS } from '../domain/vocabulary.ts'
import { reportFeature } from '../reports/schema.ts'

/** How another report on the animal stands to this one. */
export const MEMBER_RELATIONS = ['duplicate', 'counterpart', 'sighting'] as const
export const NEIGHBOUR_RELATIONS = ['companion', 'possible_duplicate'] as const

const pair = z.array(z.uuid()).min(2).max(2)

export const animalView = z
  .object({
    members: z.array(
      z.object({
        report: reportFeature,
        relation: z.enum(MEMBER_RELATIONS).openapi({
          description:
            '`duplicate`: of the same side; `counterpart`: a find of the lost one or the loss of the found one',
        }),
        verdict: z.enum(VERDICTS).optional().openapi({ description: "the author's own, in their view" }),
      }),
    ),
    omitted: z.number().optional().openapi({ description: 'so many older members are not listed' }),
    companions: z.array(z.object({ report: reportFeature, relation: z.enum(NEIGHBOUR_RELATIONS) })).openapi({
      description: 'lost or found at the same place on the same day: perhaps they ran off together',
    }),
    contradictions: z
      .array(
        z.object({
          between: pair,
          against: z.array(pair),
          askAbout: z.array(z.uuid()).openapi({ description: 'reports to compare with your own and judge' }),
        }),
      )
      .optional()
      .openapi({ description: 'author only: said to be one animal, and said to be different ones' }),
    closureOffers: z
      .array(z.object({ reportId: z.uuid(), resolution: z.enum(RESOLUTIONS) }))
      .optional()
      .openapi({ description: 'author only: closed reports on the animal, while this one is open' }),
    verdicts: z
      .array(z.object({ reportId: z.uuid(), verdict: z.enum(VERDICTS) }))
      .optional()
      .openapi({ description: 'author only: all that they said of other reports, members or not' }),
  })
  .openapi('Animal')
export type AnimalView = z.output<typeof animalView>

export const animalVerdictBody = z.strictObject({ verdict: z.enum(VERDICTS) }).openapi('AnimalVerdictBody')

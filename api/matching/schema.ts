import { z } from '@hono/zod-openapi'
import { MATCH_BANDS, RESOLUTIONS, VERDICTS } from '../domain/vocabulary.ts'
import { wholeNumber } from '../http/params.ts'
import { reportFeature } from '../reports/schema.ts'
import { FACTORS, RELATIONS } from './model/types.ts'

const reason = z
  .object({
    factor: z.enum(FACTORS),
    multiplier: z.number().positive(),
    relation: z.enum(RELATIONS).optional(),
    values: z.array(z.string()).optional(),
    distanceM: z.number().optional(),
    days: z.number().optional(),
    expected: z.number().optional(),
  })
  .openapi('MatchReason', {
    description:
      'One multiplier that the score used; their product is the likelihood ratio of the pair. `values` are codes both ' +
      'share, or where they differ the one and the other; `distanceM` is rounded; `days` from the loss to the find are ' +
      'given to hundredths; `expected` counts unrelated animals of the species within 5 km in 30 days.',
    example: { factor: 'distance', multiplier: 12.4, distanceM: 300 },
  })

const item = z.object({
  report: reportFeature,
  probability: z.number().min(0).max(1),
  band: z.enum(MATCH_BANDS),
  reasons: z.array(reason),
  state: z.enum(['new', 'same', 'unsure']),
})

export const matchList = z
  .object({ items: z.array(item), noneOfThese: z.number().min(0).max(1), calibrated: z.boolean() })
  .openapi('MatchList', {
    description:
      'Most probable first; with `noneOfThese` the probabilities sum to 1. `calibrated`: enough verdicts of the ' +
      'species in its region stand behind them for percentages to be shown; until then show the words of `band`.',
  })
export type MatchList = z.output<typeof matchList>

export const matchListQuery = z.object({ limit: wholeNumber(1, 100).optional() })

export const verdictBody = z.strictObject({ verdict: z.enum(VERDICTS) }).openapi('VerdictBody')

export const judgedMatch = z
  .object({
    verdict: z.enum(VERDICTS),
    proposal: z
      .object({ action: z.literal('resolve'), reportId: z.uuid(), resolution: z.enum(RESOLUTIONS) })
      .optional(),
  })
  .openapi('JudgedMatch', { description: 'After "same", how the report could be closed now.' })
export type JudgedMatch = z.output<typeof judgedMatch>

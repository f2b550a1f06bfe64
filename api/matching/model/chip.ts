import type { Parameters } from './parameters.ts'
import type { ChipRelation, Reason } from './types.ts'

/** Two chip readings. A near miss asks for another scan; "no chip found" is weak, because chips are missed. */
export function chipReason(relation: ChipRelation | undefined, { chip }: Parameters): Reason | undefined {
  if (relation === undefined) return undefined
  const multiplier = relation === 'none_found' ? chip.noneFound : chip[relation]
  return { factor: 'chip', multiplier, relation }
}

import type { Item } from './words.ts'

/** "Afraid of dogs", "размером с кошку", "my other cat": another animal than the one the text is about. */
export function isBystander(items: readonly Item[], at: number): boolean {
  if (isOtherAnimal(items, at) || isLitterBeside(items, at)) return true
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const item = items[before]!
    if (item.sentence !== items[at]!.sentence || item.facts['lookfor']) return false
    if (item.facts['avoid'] || item.facts['sizelike']) return item.segment === items[at]!.segment
  }
  const next = items.slice(at + 1, at + 2)
  return next.some((each) => each.facts['avoid'] && /^напа|^покус/.test(each.token.text))
}

const isAnimal = (item: Item | undefined) =>
  item !== undefined && (item.facts['species'] ?? item.breed) !== undefined

/** "My other cat", "вторая собака": the one that is still there. */
function isOtherAnimal(items: readonly Item[], at: number): boolean {
  return isAnimal(items[at]) && items[at - 1]?.facts['other'] !== undefined
}

/** "Кошка с котятами", "dog with puppies": the text is about the mother. */
function isLitterBeside(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]
  return (
    items[at]!.facts['ageweak'] === 'baby' &&
    isAnimal(items[at]) &&
    /^(с|со|with|w)$/.test(before?.token.text ?? '') &&
    isAnimal(items[at - 2])
  )
}

/** "The owner wore a blue jacket", "мужчина в красной куртке": what people wear is nothing of the animal's. */
export function isWornByPerson(items: readonly Item[], at: number): boolean {
  const since = items
    .slice(Math.max(0, at - 6), at)
    .filter((each) => each.sentence === items[at]!.sentence)
    .findLast((each) => isAnimal(each) || each.facts['person'] !== undefined)
  return since?.facts['person'] !== undefined
}

/** "Две собаки", "2 dogs", "both cats": the text is about several, each of its own sex. */
export function isAboutSeveral(items: readonly Item[]): boolean {
  return items.some((item, at) => {
    const count = Number(item.facts['number'] ?? (item.token.kind === 'number' ? item.token.text : 1))
    const isCounted = (count >= 2 && count <= 9) || /^(both|оба|обе|две|два|двое)$/.test(item.token.text)
    return isCounted && items[at + 1]?.facts['species'] !== undefined
  })
}

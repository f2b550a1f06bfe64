import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Phrase, scorePhrases, type WordsScore } from './score-words.ts'

/**
 * `npm run eval:words [-- --misses] [-- --json]`: precision and recall of the coding of free text, by language and field, on
 * the hand-written phrases; the held-out third is printed apart and its misses never, so that nobody tunes on it.
 */
const { values } = parseArgs({
  options: { misses: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
})

const scores = await Promise.all(
  ['ru', 'en'].map(async (language) => {
    const path = new URL(`../../tests/unit/coding/phrases-${language}.data.json`, import.meta.url)
    const phrases = JSON.parse(await readFile(path, 'utf8')) as Phrase[]
    const tuned = scorePhrases(phrases.filter((phrase) => !phrase.heldOut))
    const heldOut = scorePhrases(phrases.filter((phrase) => phrase.heldOut))
    return { language, tuned, heldOut }
  }),
)

if (values.json) {
  const bare = scores.map(({ language, tuned, heldOut }) => ({
    language,
    tuned: { ...tuned, misses: undefined },
    heldOut: { ...heldOut, misses: undefined },
  }))
  console.log(JSON.stringify(bare))
} else {
  for (const { language, tuned, heldOut } of scores) {
    printTable(`${language}, tuned on`, tuned)
    printTable(`${language}, held out`, heldOut)
    if (!values.misses) continue
    for (const { text, field, missing, wrong } of tuned.misses) {
      console.log(
        `${field}: ${[...missing.map((each) => `-${each}`), ...wrong.map((each) => `+${each}`)].join(' ')} | ${text}`,
      )
    }
  }
}

function printTable(title: string, score: WordsScore): void {
  console.log(`\n${title}: ${score.phrases} phrases, ${score.perfect} without any mistake`)
  console.log('field       expected  coded  right  precision  recall')
  for (const { field, expected, coded, right, precision, recall } of score.fields) {
    const counts = `${String(expected).padStart(8)}${String(coded).padStart(7)}${String(right).padStart(7)}`
    console.log(
      `${field.padEnd(12)}${counts}${precision.toFixed(3).padStart(11)}${recall.toFixed(3).padStart(8)}`,
    )
  }
}

/** On a slow line a person waits this much longer for the first picture, once; later the letters are on the device. */
const PATIENCE_MS = 300
const FAMILIES = ['Golos Text Variable', 'Podkova Variable']
/** Both scripts: names of pets and places come in either, whatever the language of the page. */
const SAMPLE = 'Дом Home 1'

/**
 * Waits for the app's own letters. Where they are late this page does without them (`data-letters`, see tokens.css)
 * and the next one has them: no line ever moves because a font came.
 */
export async function awaitLetters(): Promise<void> {
  const letters = FAMILIES.map((family) => document.fonts.load(`1em "${family}"`, SAMPLE))
  const here = Promise.all(letters).then(
    () => true,
    () => false,
  )
  const late = new Promise<boolean>((done) => setTimeout(() => done(false), PATIENCE_MS))
  if (!(await Promise.race([here, late]))) document.documentElement.dataset['letters'] = 'late'
}

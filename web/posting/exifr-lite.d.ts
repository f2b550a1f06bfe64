/** The small build of exifr (JPEG and HEIC) ships without types of its own. */
declare module 'exifr/dist/lite.esm.mjs' {
  export const parse: typeof import('exifr').parse
}

import { jsPDF } from 'jspdf'
import 'svg2pdf.js'
import { FONT_FAMILIES } from './families.ts'
import { FONT_URLS } from './fonts.ts'
import { POSTER } from './sheet.ts'

/** The same drawing as a PDF file of one A4 page, letters as letters. */
export async function posterToPdf(svg: SVGSVGElement): Promise<Blob> {
  const pdf = new jsPDF({ unit: 'mm', format: 'a4', compress: true })
  for (const weight of [500, 800] as const) {
    const file = `poster-${weight}.ttf`
    pdf.addFileToVFS(file, await fetchBase64(FONT_URLS[weight]))
    pdf.addFont(file, FONT_FAMILIES[weight], 'normal')
  }
  await pdf.svg(svg, { x: 0, y: 0, width: POSTER.width / 10, height: POSTER.height / 10 })
  return pdf.output('blob')
}

async function fetchBase64(url: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

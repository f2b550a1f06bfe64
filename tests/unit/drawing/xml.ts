/** Strict little reader: throws on anything but balanced elements with quoted, unrepeated attributes. */
export function readXml(text: string): { root: string; elements: string[] } {
  const open: string[] = []
  const elements: string[] = []
  let root = ''
  let at = 0
  const tag = /<(\/?)([A-Za-z][\w]*)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>/y
  while (at < text.length) {
    tag.lastIndex = at
    const match = tag.exec(text)
    if (!match) throw new Error(`not markup at ${at}: ${text.slice(at, at + 60)}`)
    const [whole, closing, name, attributes, self] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ]
    if (root && open.length === 0) throw new Error(`second root at ${at}`)
    const names = [...attributes.matchAll(/([\w:-]+)=/g)].map((found) => found[1])
    if (new Set(names).size !== names.length) throw new Error(`repeated attribute at ${at}`)
    if (closing) {
      if (open.pop() !== name) throw new Error(`unbalanced </${name}> at ${at}`)
    } else {
      elements.push(name)
      root ||= name
      if (!self) open.push(name)
    }
    at += whole.length
  }
  if (open.length) throw new Error(`left open: ${open.join()}`)
  return { root, elements }
}

export const idsOf = (svg: string): string[] => [...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!)

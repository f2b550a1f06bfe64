import type { Language } from '../domain/vocabulary.ts'
import { renderHead } from './head.ts'

const WORDS = {
  ru: {
    title: 'Пропавшие и найденные питомцы рядом',
    description:
      'Пропал питомец или вы нашли чужого? Объявление с фото и местом за минуту, без регистрации. Адреса и телефоны никому не видны.',
  },
  en: {
    title: 'Lost and found pets near you',
    description:
      'Lost or found a pet? Post it with a photo and a place in a minute, without registering. Nobody sees addresses or phone numbers.',
  },
} as const

const MARK = { type: 'image/png', width: 180, height: 180 } as const

export function renderHomeHead(publicUrl: string, language: Language): Promise<string> {
  return renderHead({
    type: 'website',
    ...WORDS[language],
    url: `${publicUrl}/`,
    language,
    image: { ...MARK, url: `${publicUrl}/apple-touch-icon.png` },
  })
}

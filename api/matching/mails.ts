import type { Language, MatchBand } from '../domain/vocabulary.ts'
import type { Mail } from '../mail/mailer.ts'
import { subjectName } from '../mail/subject-name.ts'

type News = 'likely' | 'same'

export type MatchNews = {
  news: News
  band?: MatchBand
  /** The other report in a line: what and where, of coded words only. */
  headline?: string | undefined
  /** Public page of the other report. */
  url: string
  petName: string | null
}

const WORDS = {
  ru: {
    subject: {
      likely: (name: string | null) =>
        name ? `Возможно, это ${name}` : 'Возможно, нашлось совпадение с вашим объявлением',
      same: (name: string | null) =>
        name ? `Пишут, что это ${name}` : 'Автор другого объявления считает, что это одно животное',
    },
    opening: {
      likely: 'Появилось объявление, похожее на ваше:',
      same: 'Автор другого объявления отметил, что речь об одном и том же животном:',
    },
    chip: 'Номер микрочипа совпадает.',
    next: 'Посмотрите и ответьте на странице, ссылку на которую вы получили при публикации, то же это животное или нет.',
    caution: 'Не переводите деньги вперёд и встречайтесь в людном месте.',
  },
  en: {
    subject: {
      likely: (name: string | null) =>
        name ? `This may be ${name}` : 'A post that may match yours has appeared',
      same: (name: string | null) =>
        name ? `Somebody says this is ${name}` : 'Somebody says that it is the same animal',
    },
    opening: {
      likely: 'A post like yours has appeared:',
      same: 'The author of another post says that it is the same animal:',
    },
    chip: 'The microchip number matches.',
    next: 'Have a look, and say on the page you were given when posting whether it is the same animal.',
    caution: 'Send no money in advance, and meet in a public place.',
  },
} as const

/** Tells an author of a match in their language; nothing of the other side but what and where in public, and its page. */
export function composeMatchMail(to: string, language: Language | null, match: MatchNews): Mail {
  const words = WORDS[language ?? 'ru']
  const name = subjectName(match.petName)
  const headline = match.headline ? [match.headline] : []
  const chip = match.band === 'chip' ? ['', words.chip] : []
  return {
    to,
    subject: words.subject[match.news](name),
    text: [
      words.opening[match.news],
      ...headline,
      match.url,
      ...chip,
      '',
      words.next,
      '',
      words.caution,
    ].join('\n'),
  }
}

import type { Kind, Language } from '../domain/vocabulary.ts'
import type { Mail } from '../mail/mailer.ts'
import { subjectName } from '../mail/subject-name.ts'

const WORDS = {
  ru: {
    lost: {
      subject: (name: string | null) => (name ? `${name}: вы ещё ищете?` : 'Вы ещё ищете питомца?'),
      opening:
        'Ваше объявление о пропаже давно не менялось. Если вы ещё ищете, откройте ссылку — и оно останется:',
    },
    found: {
      subject: () => 'Ваше объявление ещё нужно?',
      opening:
        'Ваше объявление о найденном животном давно не менялось. Если хозяин ещё не нашёлся, откройте ссылку — и оно останется:',
    },
    otherwise: (days: number) =>
      `Если ссылку не открыть, через ${days} дней объявление исчезнет из списка и с карты. Его страница останется, и вернуть его можно будет в любой день — по этой же ссылке.`,
    closing:
      'Если всё уже закончилось, закройте объявление на странице, ссылку на которую вы получили при публикации.',
  },
  en: {
    lost: {
      subject: (name: string | null) => (name ? `${name}: still missing?` : 'Is your pet still missing?'),
      opening:
        'Your post has not changed for a long time. If you are still searching, open this link and it stays:',
    },
    found: {
      subject: () => 'Is your post still needed?',
      opening:
        'Your post about a found animal has not changed for a long time. If its owner has not turned up yet, open this link and it stays:',
    },
    otherwise: (days: number) =>
      `If the link is not opened, the post leaves the list and the map in ${days} days. Its page stays, and the same link brings it back at any time.`,
    closing: 'If it is over already, close the post on the page you were given when posting.',
  },
} as const

/** Asks an author whether the report is still wanted. Names nobody else; the link keeps the report and opens nothing. */
export function composeKeepMail(
  author: { email: string; kind: Kind; language: Language | null; name: string | null },
  { keepUrl, noticeDays }: { keepUrl: string; noticeDays: number },
): Mail {
  const words = WORDS[author.language ?? 'ru']
  const side = words[author.kind === 'lost' ? 'lost' : 'found']
  return {
    to: author.email,
    subject: side.subject(subjectName(author.name)),
    text: [side.opening, keepUrl, '', words.otherwise(noticeDays), '', words.closing].join('\n'),
  }
}

import { placeInFull } from '../domain/place-words.ts'
import type { Language } from '../domain/vocabulary.ts'
import type { Mail } from '../mail/mailer.ts'
import { subjectName } from '../mail/subject-name.ts'
import type { ReportFeature } from '../reports/schema.ts'

const WORDS = {
  ru: {
    locale: 'ru',
    subject: (name: string | null) => (name ? `${name}: вашего питомца видели` : 'Вашего питомца видели'),
    opening: 'Нам написали, где и когда видели вашего питомца:',
    next: 'Посмотрите на своей странице. Там же можно отметить, ваш ли это питомец:',
    caution: 'Не переводите деньги вперёд и встречайтесь в людном месте.',
  },
  en: {
    locale: 'en-GB',
    subject: (name: string | null) => (name ? `${name} was seen` : 'Your pet was seen'),
    opening: 'Somebody told us where and when they saw your pet:',
    next: 'Have a look on your own page. There you can also say whether it is your pet:',
    caution: 'Send no money in advance, and meet in a public place.',
  },
} as const

/** Tells an owner of a sighting that names their pet: where in public words, when, and where they see it all. */
export function composeSightingMail(
  owner: { email: string; language: Language | null; name: string | null },
  sighting: ReportFeature,
  { url, now, timeZone }: { url: string; now: Date; timeZone: string },
): Mail {
  const language = owner.language ?? 'ru'
  const words = WORDS[language]
  const { occurredAt, nearestPlace } = sighting.properties
  const when = writeWhen(new Date(occurredAt), now, { locale: words.locale, timeZone })
  const where = placeInFull(nearestPlace?.[language])
  return {
    to: owner.email,
    subject: words.subject(subjectName(owner.name)),
    text: [words.opening, where ? `${where}, ${when}` : when, '', words.next, url, '', words.caution].join(
      '\n',
    ),
  }
}

/** "20 November at 10:00"; the year is said when it is not this one. */
function writeWhen(at: Date, now: Date, { locale, timeZone }: { locale: string; timeZone: string }): string {
  const isThisYear = at.getUTCFullYear() === now.getUTCFullYear()
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}

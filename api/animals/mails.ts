import type { Language } from '../domain/vocabulary.ts'
import type { Mail } from '../mail/mailer.ts'
import { subjectName } from '../mail/subject-name.ts'

const WORDS = {
  ru: {
    subject: {
      home: (name: string | null) =>
        name ? `Похоже, ${name} уже дома` : 'Похоже, животное из вашего объявления уже дома',
      closed: () => 'Закрыто объявление о том же животном',
    },
    opening: {
      home: 'Хорошая новость: объявление о том же животном закрыто, животное уже дома.',
      closed: 'Автор другого объявления о том же животном закрыл его.',
    },
    next: 'Если и ваше объявление больше не нужно, закройте его на странице, ссылку на которую вы получили при публикации. Если это другое животное, отметьте это там же.',
  },
  en: {
    subject: {
      home: (name: string | null) =>
        name ? `${name} seems to be home` : 'The animal in your post seems to be home',
      closed: () => 'A post about the same animal was closed',
    },
    opening: {
      home: 'Good news: a post about the same animal was closed, and the animal is home.',
      closed: 'The author of another post about the same animal has closed it.',
    },
    next: 'If yours is not needed any more either, close it on the page you were given when posting. If it is a different animal, say so there.',
  },
} as const

/** Offers an author to close their report too. Names nobody, and links the public page only. */
export function composeClosingMail(
  to: string,
  language: Language | null,
  news: { isHome: boolean; url: string; petName: string | null },
): Mail {
  const words = WORDS[language ?? 'ru']
  const name = subjectName(news.petName)
  const key = news.isHome ? 'home' : 'closed'
  return {
    to,
    subject: words.subject[key](name),
    text: [words.opening[key], news.url, '', words.next].join('\n'),
  }
}

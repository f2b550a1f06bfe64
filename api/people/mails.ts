import type { Language } from '../domain/vocabulary.ts'
import type { Mail } from '../mail/mailer.ts'
import { subjectName } from '../mail/subject-name.ts'

type Letter = { to: 'author' | 'writer'; text: string; replyUrl: string; petName: string | null }

/** Words of the mails that carry a message from one side to the other. The addresses stay with us. */
const WORDS = {
  ru: {
    author: {
      subject: (name: string | null) =>
        name ? `Сообщение о питомце: ${name}` : 'Сообщение по вашему объявлению',
      opening: 'Вам написали в сервисе «Домой»:',
    },
    writer: {
      subject: () => 'Автор объявления ответил вам',
      opening: 'Вы писали автору объявления в сервисе «Домой». Вот что он ответил:',
    },
    answer: 'Ответить можно по этой ссылке. Адрес вашей почты собеседник не увидит:',
    caution: 'Не переводите деньги вперёд и встречайтесь в людном месте.',
  },
  en: {
    author: {
      subject: (name: string | null) =>
        name ? `A message about your pet: ${name}` : 'A message about your post',
      opening: 'Somebody wrote to you through Homeward:',
    },
    writer: {
      subject: () => 'The author of the post replied to you',
      opening: 'You wrote to the author of a post through Homeward. This is the reply:',
    },
    answer: 'Reply with this link. The other side does not see your email address:',
    caution: 'Send no money in advance, and meet in a public place.',
  },
} as const

export function composeRelayMail(to: string, language: Language | null, letter: Letter): Mail {
  const words = WORDS[language ?? 'ru']
  const side = words[letter.to]
  return {
    to,
    subject: side.subject(subjectName(letter.petName)),
    text: [side.opening, '', letter.text, '', words.answer, letter.replyUrl, '', words.caution].join('\n'),
  }
}

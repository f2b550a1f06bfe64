import type { Language } from '../domain/vocabulary.ts'
import type { Mail } from '../mail/mailer.ts'

const WORDS = {
  ru: {
    subject: 'Ссылка на управление вашим объявлением',
    opening: 'Ваше объявление в сервисе «Домой»:',
    link: 'По этой ссылке его можно изменить, закрыть или удалить, прочитать сообщения и посмотреть похожие объявления — с любого устройства:',
    secret:
      'Сохраните это письмо и никому не пересылайте ссылку: кто её откроет, увидит ваши контакты и сможет изменить или удалить объявление.',
    share: 'Другим показывайте страницу, которую видят все:',
    stranger:
      'Если вы ничего не публиковали, кто-то ошибся адресом почты. Просто удалите это письмо, больше ничего делать не нужно.',
  },
  en: {
    subject: 'The link to manage your post',
    opening: 'Your post on Homeward:',
    link: 'With this link you can edit, close or delete it, read your messages and look at similar posts, on any device:',
    secret:
      'Keep this email and pass the link on to nobody: whoever opens it sees your contact details and can edit or delete the post.',
    share: 'Show others the page that everybody sees:',
    stranger:
      'If you posted nothing, somebody mistyped their email address. Just delete this email, there is nothing else to do.',
  },
} as const

/** Gives an author the key to their report. Of the report it says no more than a headline of coded words. */
export function composeManageLinkMail(
  to: string,
  language: Language,
  report: { headline: string; manageUrl: string; publicUrl: string },
): Mail {
  const words = WORDS[language]
  return {
    to,
    subject: words.subject,
    text: [
      words.opening,
      report.headline,
      '',
      words.link,
      report.manageUrl,
      '',
      words.secret,
      '',
      words.share,
      report.publicUrl,
      '',
      words.stranger,
    ].join('\n'),
  }
}

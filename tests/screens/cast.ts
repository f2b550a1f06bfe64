import type { Colour, Language } from '../../api/domain/vocabulary.ts'
import {
  eastOf,
  hoursAgo,
  type Posted,
  type peopleOf,
  replyLinkIn,
  type Spot,
  takePhoto,
} from '../e2e/people.ts'

type People = ReturnType<typeof peopleOf>

const WORDS = {
  ru: {
    name: 'Альма',
    description: 'Пугливая, на руки не идёт. Откликается на кличку, любит сыр. Шрам над левым глазом.',
    longName: 'Принцесса Маргарита-Аннабель Великолепная фон Штернберг-Заречная',
    collar: 'красный ошейник',
    cat: 'Маркиз',
    found: 'Ласковая, упитанная, ждёт хозяев у нас на кухне.',
    seen: 'Бежала вдоль ограды парка в сторону пруда.',
    message: 'Видели похожую у пруда сегодня утром, пошла в сторону школы.',
  },
  en: {
    name: 'Biscuit',
    description:
      'Shy, will not come to be picked up. Knows her name, loves cheese. A scar above the left eye.',
    longName: 'Princess Margaret-Annabelle the Magnificent of Upper Sternberg',
    collar: 'red collar',
    cat: 'Marquis',
    found: 'Friendly and well fed, waiting for her family in our kitchen.',
    seen: 'Was running along the park fence towards the pond.',
    message: 'We saw one like her by the pond this morning, she went towards the school.',
  },
} satisfies Record<Language, Record<string, string>>

/** More and fewer at one public point than a fan has room for. */
const CROWD = 26
const FEW = 5
/** Older than what the first screen lists. */
const CROWD_HOURS = 20 * 24

export type Cast = Awaited<ReturnType<typeof buildCast>>

/** The reports that the stops are about, in the words of a language, within a few kilometres of a spot of their own. */
export async function buildCast(people: People, language: Language, spot: Spot) {
  const words = WORDS[language]
  const colours: Colour[] = ['black', 'white']
  const dog = { species: 'dog', colours, sex: 'female', language } as const
  const author = `author-${language}-${Date.now()}@example.org`

  const lost = await people.post({
    ...{ ...dog, name: words.name, breed: 'labrador_retriever', coat: 'short', size: 'm', age: 'adult' },
    ...{ collar: words.collar, description: words.description, location: spot },
    marks: [{ part: 'ear', side: 'left', type: 'notch', visibility: 'public' }],
    contact: { email: author, phone: '+79160000000' },
  })
  for (const seed of ['one', 'two']) {
    await people.attachPhoto(lost, await takePhoto({ species: 'dog', colours }, seed))
  }
  const found = await people.post({
    ...{ ...dog, kind: 'found', coat: 'short', size: 'm', description: words.found },
    ...{ occurredAt: hoursAgo(6), location: eastOf(spot, 900) },
  })
  await people.attachPhoto(found, await takePhoto({ species: 'dog', colours }, 'found'))
  await people.post({ ...dog, kind: 'found', occurredAt: hoursAgo(3), location: eastOf(spot, 2_500) })
  for (const hours of [15, 9, 4]) {
    await people.post({
      ...{ kind: 'sighting', species: 'dog', aboutReportId: lost.id, description: words.seen, language },
      ...{ occurredAt: hoursAgo(hours), location: eastOf(spot, 1_600 - hours * 90) },
    })
  }
  const sighting = await people.post({
    ...{ kind: 'sighting', species: 'cat', colours: ['grey_blue'], language, description: words.seen },
    ...{ occurredAt: hoursAgo(30), location: eastOf(spot, 9_000) },
  })
  const deceased = await people.post({
    ...{ kind: 'found_deceased', species: 'cat', colours: ['red'], occurredAt: hoursAgo(40), language },
    location: eastOf(spot, 11_000),
  })
  await people.attachPhoto(deceased, await takePhoto({ species: 'cat', colours: ['red'] }, 'deceased'))
  const reunited = await people.post({
    ...{ species: 'cat', name: words.cat, colours: ['grey_blue', 'white'], language },
    ...{ occurredAt: hoursAgo(90), location: eastOf(spot, 13_000) },
  })
  await people.attachPhoto(reunited, await takePhoto({ species: 'cat', colours: ['grey_blue'] }, 'home'))
  await people.resolve(reunited, 'found_by_owner')
  const longName = await people.post({ ...dog, name: words.longName, location: eastOf(spot, 20_000) })

  return {
    ...{ spot, lost, found, sighting, deceased, reunited, longName },
    photo: await takePhoto({ species: 'dog', colours }, 'wizard'),
    crowd: await gather(people, eastOf(spot, 40_000), CROWD),
    few: await gather(people, eastOf(spot, 60_000), FEW),
    replyLink: await writeAndWait(people, lost, words.message, author),
  }
}

/** Many reports that strangers see at one point; gives that point. */
async function gather(people: People, spot: Spot, count: number): Promise<Spot> {
  const species = ['cat', 'dog', 'bird', 'rabbit'] as const
  const kinds = ['found', 'lost', 'sighting'] as const
  let seen = spot
  for (let n = 0; n < count; n++) {
    const { report } = await people.post({
      ...{ kind: kinds[n % kinds.length]!, species: species[n % species.length]! },
      ...{ occurredAt: hoursAgo(CROWD_HOURS + n), location: spot, locationPrivacy: 'approximate' },
    })
    const [lng, lat] = report.geometry.coordinates
    seen = { lng, lat }
  }
  return seen
}

const MAIL_LIMIT_MS = 60_000

async function writeAndWait(people: People, { id }: Posted, text: string, author: string): Promise<string> {
  await people.writeToAuthor(id, text, 'someone@example.org')
  const until = Date.now() + MAIL_LIMIT_MS
  while (Date.now() < until) {
    const mail = await people.findMail(author, text.slice(0, 12))
    if (mail) return replyLinkIn(mail)
    await new Promise((wake) => setTimeout(wake, 300))
  }
  throw new Error('The letter with the link to answer never came.')
}

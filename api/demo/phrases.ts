import type { Sex, Species } from '../domain/vocabulary.ts'

/** Sentences by language; Russian ones of an owner agree with the animal's sex, those of a finder with «собака» or «кошка». */
export type Group = 'dog' | 'cat' | 'bird' | 'small'

export const groupOf = (species: Species): Group =>
  species === 'dog' || species === 'horse'
    ? 'dog'
    : species === 'cat'
      ? 'cat'
      : species === 'bird'
        ? 'bird'
        : 'small'

type OwnerLine = readonly [male: string, female: string, en: string]
type Line = readonly [ru: string, en: string]

export const ownerWords = ([male, female, en]: OwnerLine, language: 'ru' | 'en', sex: Sex): string =>
  language === 'en' ? en : sex === 'male' ? male : female
export const words = ([ru, en]: Line, language: 'ru' | 'en'): string => (language === 'ru' ? ru : en)

/** {name}, {what} and {at} are filled in. */
export const LOST_OPENINGS: readonly OwnerLine[] = [
  ['Пропал {name}, {what}.', 'Пропала {name}, {what}.', '{name} is missing: {what}.'],
  ['Потерялся {name}, {what}.', 'Потерялась {name}, {what}.', 'Our {what}, {name}, is lost.'],
  [
    'Помогите найти! {name}, {what}.',
    'Помогите найти! {name}, {what}.',
    'Please help us find {name}, our {what}.',
  ],
]

export const LOST_STORIES: Record<Group, readonly OwnerLine[]> = {
  dog: [
    [
      'Испугался салюта и вырвался из шлейки {at}.',
      'Испугалась салюта и вырвалась из шлейки {at}.',
      'Got scared by fireworks and slipped the harness {at}.',
    ],
    [
      'На прогулке сорвался с поводка и убежал во дворы {at}.',
      'На прогулке сорвалась с поводка и убежала во дворы {at}.',
      'Broke off the lead on a walk and ran into the courtyards {at}.',
    ],
    [
      'Выскочил из подъезда {at}, когда открыли дверь курьеру.',
      'Выскочила из подъезда {at}, когда открыли дверь курьеру.',
      'Ran out of the building {at} when the door was opened for a courier.',
    ],
    [
      'Погнался за кошкой {at} и не вернулся.',
      'Погналась за кошкой {at} и не вернулась.',
      'Chased a cat {at} and did not come back.',
    ],
    [
      'Выпрыгнул из машины на парковке {at}.',
      'Выпрыгнула из машины на парковке {at}.',
      'Jumped out of the car in a car park {at}.',
    ],
    [
      'Сбежал с передержки {at}, пока мы были в отъезде.',
      'Сбежала с передержки {at}, пока мы были в отъезде.',
      'Ran away from the dog sitter {at} while we were travelling.',
    ],
    [
      'Гулял без поводка {at}, испугался петарды и убежал.',
      'Гуляла без поводка {at}, испугалась петарды и убежала.',
      'Was off the lead {at}, took fright at a firecracker and bolted.',
    ],
  ],
  cat: [
    [
      'Выпал из окна {at}, под домом не нашли.',
      'Выпала из окна {at}, под домом не нашли.',
      'Fell from a window {at}; not found under the house.',
    ],
    [
      'Выскользнул за дверь во время ремонта, дом {at}.',
      'Выскользнула за дверь во время ремонта, дом {at}.',
      'Slipped out of the door during renovation, the house is {at}.',
    ],
    [
      'Сбежал из переноски по дороге в ветклинику {at}.',
      'Сбежала из переноски по дороге в ветклинику {at}.',
      'Escaped from the carrier on the way to the vet {at}.',
    ],
    [
      'Ушёл через открытое окно первого этажа {at}.',
      'Ушла через открытое окно первого этажа {at}.',
      'Left through an open ground-floor window {at}.',
    ],
    [
      'Выбежал на лестницу при переезде {at} и, скорее всего, вышел на улицу.',
      'Выбежала на лестницу при переезде {at} и, скорее всего, вышла на улицу.',
      'Ran into the stairwell while we were moving house {at} and most likely got outside.',
    ],
    [
      'Порвал антимоскитную сетку и выбрался наружу, дом {at}.',
      'Порвала антимоскитную сетку и выбралась наружу, дом {at}.',
      'Tore the window screen and got out, the house is {at}.',
    ],
  ],
  bird: [
    [
      'Вылетел в открытую форточку {at}.',
      'Вылетела в открытую форточку {at}.',
      'Flew out of an open window {at}.',
    ],
    [
      'Улетел с балкона {at}, пока чистили клетку.',
      'Улетела с балкона {at}, пока чистили клетку.',
      'Flew off the balcony {at} while the cage was being cleaned.',
    ],
    [
      'Испугался сквозняка и вылетел из комнаты на улицу {at}.',
      'Испугалась сквозняка и вылетела из комнаты на улицу {at}.',
      'Startled by a draught and flew outside {at}.',
    ],
  ],
  small: [
    [
      'Выпустили на травку {at}, убежал под машины.',
      'Выпустили на травку {at}, убежала под машины.',
      'Was out on the grass {at} and ran under the cars.',
    ],
    [
      'Выбрался с балкона первого этажа {at}.',
      'Выбралась с балкона первого этажа {at}.',
      'Got off a ground-floor balcony {at}.',
    ],
    [
      'Пропал из дома {at}: нашёл щель под дверью на лоджии.',
      'Пропала из дома {at}: нашла щель под дверью на лоджии.',
      'Disappeared from home {at} through a gap under the loggia door.',
    ],
  ],
}

export const LOST_REQUESTS: Record<Group, readonly Line[]> = {
  dog: [
    [
      'Если увидите, напишите в любое время, приедем сразу.',
      'If you see this dog, write at any hour, we will come at once.',
    ],
    [
      'Пожалуйста, не догоняйте: сфотографируйте и сообщите место.',
      'Please do not chase: take a photo and tell us where.',
    ],
    ['Очень ждём дома, вознаграждение нашедшему.', 'We miss our dog very much; there is a reward.'],
    [
      'Просьба к собачникам района: посматривайте на прогулках.',
      'Dog walkers of the area, please keep an eye out.',
    ],
  ],
  cat: [
    ['Пожалуйста, загляните в подвалы и под машины.', 'Please look into basements and under cars.'],
    [
      'Может прятаться рядом с домом, проверьте, пожалуйста, подъезды.',
      'May be hiding close to home, please check your entrance halls.',
    ],
    ['Если увидите, сообщите сразу, живём рядом.', 'If you see our cat, write at once, we live nearby.'],
    [
      'Дети очень переживают, будем благодарны за любые сведения.',
      'The children are very worried; any news is welcome.',
    ],
  ],
  bird: [
    ['Посмотрите, пожалуйста, на деревьях и балконах.', 'Please look in trees and on balconies.'],
    [
      'Если залетит к вам, закройте окно и напишите нам.',
      'If our bird flies in to you, close the window and write to us.',
    ],
  ],
  small: [
    [
      'Соседи, посмотрите, пожалуйста, под балконами и в кустах.',
      'Neighbours, please look under balconies and in the bushes.',
    ],
    [
      'Если увидите, накройте коробкой и напишите нам.',
      'If you see our pet, cover it with a box and write to us.',
    ],
  ],
}

export const FOUND_OPENINGS: Record<Group, readonly Line[]> = {
  dog: [
    ['Найдена {seen}.', 'Found: {seen}.'],
    ['{Seen}, ищем хозяев.', '{Seen}, looking for the owners.'],
  ],
  cat: [
    ['Найдена {seen}.', 'Found: {seen}.'],
    ['{Seen}, ищем хозяев.', '{Seen}, looking for the owners.'],
  ],
  bird: [
    ['Нашёлся чей-то питомец: {seen}.', 'Found: {seen}.'],
    ['Кто потерял? {Seen}.', 'Whose is it? {Seen}.'],
  ],
  small: [
    ['Нашёлся чей-то питомец: {seen}.', 'Found: {seen}.'],
    ['Кто потерял? {Seen}.', 'Whose is it? {Seen}.'],
  ],
}

export const FOUND_STORIES: Record<Group, readonly Line[]> = {
  dog: [
    [
      'Прибежала к подъезду {at}, людей не боится, ухоженная.',
      'Came up to our building {at}, not afraid of people, well kept.',
    ],
    ['Ходила за прохожими {at}, явно потерялась.', 'Was following passers-by {at}, clearly lost.'],
    [
      'Сидела у магазина {at} несколько часов, никто за ней не пришёл.',
      'Sat by the shop {at} for hours and nobody came.',
    ],
    [
      'Подобрали у дороги {at}, чтобы не попала под машину.',
      'Picked up by the road {at}, away from the traffic.',
    ],
    ['Зашла за нами в подъезд {at}, знает команды.', 'Followed us into the building {at}, knows commands.'],
  ],
  cat: [
    ['Пришла в подъезд {at} и просится в квартиры.', 'Came into our stairwell {at} and asks to be let in.'],
    [
      'Сидела под машиной {at}, вышла на голос. Домашняя.',
      'Was sitting under a car {at}, came out when called. A house cat.',
    ],
    ['Сняли с дерева {at}.', 'Taken down from a tree {at}.'],
    ['Пришла на балкон первого этажа {at}.', 'Came to a ground-floor balcony {at}.'],
    [
      'Плакала у подвального окна {at}, вынесли еду и забрали.',
      'Was crying by a basement window {at}; we fed it and took it in.',
    ],
  ],
  bird: [
    [
      'Птица села на балкон {at}, ручная, сама пошла на руки.',
      'Landed on our balcony {at}, tame, stepped onto a hand.',
    ],
    ['Птица залетела в открытое окно {at}.', 'Flew in through an open window {at}.'],
  ],
  small: [
    ['Питомец сидел во дворе {at}, рук не боится.', 'Was sitting in the yard {at}, used to being handled.'],
    [
      'Дети заметили на газоне {at} и принесли домой.',
      'Children noticed it on the lawn {at} and brought it home.',
    ],
  ],
}

export const FOUND_CARE: readonly Line[] = [
  ['Сейчас у нас дома, накормили. Ждём хозяев.', 'Now at our home, fed and warm. Waiting for the owners.'],
  ['Пока на передержке, оставить у себя не можем.', 'In temporary care, we cannot keep it for long.'],
  [
    'Временно у нас, отдадим хозяину с доказательствами: фото или приметы.',
    'Staying with us; we will ask for photos or marks as proof.',
  ],
  [
    'Отозваться просим настоящих хозяев, расскажите об особых приметах.',
    'Owners, please tell us about special marks.',
  ],
]
export const FOUND_SCANNED: Line = ['В клинике проверили: чипа нет.', 'Checked at a clinic: no chip.']

export const SIGHTINGS: Record<Group, readonly Line[]> = {
  dog: [
    [
      '{Subject} бежала вдоль домов {at}, на зов не реагирует.',
      '{Subject} was running along the houses {at}, does not respond to calls.',
    ],
    [
      '{Subject} крутилась возле контейнеров {at}, близко не подпускает.',
      '{Subject} was hanging around the bins {at}, keeps away from people.',
    ],
    [
      '{Subject} сидела у остановки {at}, потом ушла во дворы.',
      '{Subject} sat at a bus stop {at}, then went off into the yards.',
    ],
    [
      '{Subject} пробежала через двор {at} в сторону гаражей.',
      '{Subject} ran through the yard {at} towards the garages.',
    ],
    [
      '{Subject} спала на теплотрассе {at}, при виде людей убежала.',
      '{Subject} slept on a heating pipe {at}, ran off when people came.',
    ],
  ],
  cat: [
    [
      '{Subject} сидит под машинами {at}, на руки не идёт.',
      '{Subject} is sitting under cars {at}, cannot be picked up.',
    ],
    ['{Subject} мелькнула у подвального окна {at}.', '{Subject} was seen at a basement window {at}.'],
    ['{Subject} сидела на козырьке подъезда {at}.', '{Subject} was sitting on a porch roof {at}.'],
    [
      '{Subject} ходит у кормушки {at}, раньше её тут не было.',
      '{Subject} comes to a feeding place {at}, new here.',
    ],
  ],
  bird: [['{Seen}: сидит высоко на дереве {at}.', '{Seen}, high up in a tree {at}.']],
  small: [['{Seen}: заметили {at}, поймать не смогли.', '{Seen}, noticed {at}, could not catch it.']],
}
export const SIGHTING_ABOUT: readonly Line[] = [
  ['Очень похоже на животное из объявления.', 'Looks very much like the one in the post.'],
  ['Кажется, это тот самый питомец, которого ищут.', 'I think this is the one you are looking for.'],
  ['Проверьте, пожалуйста, вдруг ваш питомец.', 'Please check, it may be yours.'],
]

export const DECEASED: Line = [
  'К сожалению, у дороги {at} найдена погибшей {seen}. Пишем, чтобы хозяева знали и не искали напрасно.',
  'Sadly, this animal was found dead by the road {at}: {seen}. We write so that the owners know and need not search on.',
]
export const DECEASED_COLLAR: Line = ['Ошейник сохранили.', 'We have kept the collar.']

export const SHELTER_INTAKE: Line = [
  '{Shelter}. Поступила {seen} (пол {sex}) по заявке жителей из района метро «{metro}». Осмотрена ветеринаром, {chip}. Карточка № {card}.',
  '{Shelter}. Taken in: {seen}, {sex}, reported by residents near {metro} metro. Seen by a vet, {chip}. Record no. {card}.',
]

export const AT: readonly Line[] = [
  ['у метро «{metro}»', 'near {metro} metro'],
  ['в районе метро «{metro}»', 'in the {metro} area'],
  ['недалеко от метро «{metro}»', 'not far from {metro} metro'],
  ['в 10 минутах от метро «{metro}»', 'ten minutes from {metro} metro'],
]

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Fills {slots}; one that begins with a capital capitalises its value. */
export function fill(template: string, slots: Record<string, string>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot.toLowerCase()] ?? ''
    return /^[A-Z]/.test(slot) ? capital(value) : value
  })
}

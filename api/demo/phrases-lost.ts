import type { Group, Line, OwnerLine } from './phrases.ts'

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

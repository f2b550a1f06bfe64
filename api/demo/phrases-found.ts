import type { Group, Line } from './phrases.ts'

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

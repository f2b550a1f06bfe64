import type { Language, Sex, Species } from '../domain/vocabulary.ts'
import type { Dice } from './dice.ts'

const PETS: Record<
  'dog' | 'cat' | 'bird' | 'small',
  Record<Sex, readonly (readonly [ru: string, en: string])[]>
> = {
  dog: {
    male: [
      ['Рекс', 'Rex'],
      ['Джек', 'Jack'],
      ['Граф', 'Graf'],
      ['Ричи', 'Richie'],
      ['Лаки', 'Lucky'],
      ['Байкал', 'Baikal'],
      ['Чарли', 'Charlie'],
      ['Барон', 'Baron'],
      ['Локи', 'Loki'],
      ['Арчи', 'Archie'],
      ['Мухтар', 'Mukhtar'],
      ['Кекс', 'Keks'],
      ['Зевс', 'Zeus'],
      ['Бим', 'Bim'],
      ['Туман', 'Tuman'],
      ['Оскар', 'Oscar'],
      ['Тоби', 'Toby'],
      ['Марс', 'Mars'],
      ['Пират', 'Pirate'],
      ['Шарик', 'Sharik'],
      ['Гром', 'Grom'],
      ['Ларри', 'Larry'],
    ],
    female: [
      ['Буся', 'Busya'],
      ['Тося', 'Tosya'],
      ['Марта', 'Marta'],
      ['Боня', 'Bonya'],
      ['Найда', 'Naida'],
      ['Грета', 'Greta'],
      ['Умка', 'Umka'],
      ['Белка', 'Belka'],
      ['Рада', 'Rada'],
      ['Жужа', 'Zhuzha'],
      ['Дина', 'Dina'],
      ['Герда', 'Gerda'],
      ['Пальма', 'Palma'],
      ['Айка', 'Aika'],
      ['Лада', 'Lada'],
      ['Джесси', 'Jessie'],
      ['Эльза', 'Elsa'],
      ['Молли', 'Molly'],
      ['Чара', 'Chara'],
      ['Нюша', 'Nyusha'],
    ],
  },
  cat: {
    male: [
      ['Барсик', 'Barsik'],
      ['Тимофей', 'Timofey'],
      ['Симба', 'Simba'],
      ['Кузя', 'Kuzya'],
      ['Маркиз', 'Markiz'],
      ['Персик', 'Persik'],
      ['Феликс', 'Felix'],
      ['Пушок', 'Pushok'],
      ['Лёва', 'Lyova'],
      ['Том', 'Tom'],
      ['Сёма', 'Syoma'],
      ['Бублик', 'Bublik'],
      ['Матвей', 'Matvey'],
      ['Оливер', 'Oliver'],
      ['Степан', 'Stepan'],
      ['Филя', 'Filya'],
      ['Тишка', 'Tishka'],
      ['Лео', 'Leo'],
    ],
    female: [
      ['Муся', 'Musya'],
      ['Мурка', 'Murka'],
      ['Дымка', 'Dymka'],
      ['Соня', 'Sonya'],
      ['Ася', 'Asya'],
      ['Багира', 'Bagheera'],
      ['Плюша', 'Plyusha'],
      ['Алиса', 'Alisa'],
      ['Бася', 'Basya'],
      ['Кися', 'Kisya'],
      ['Фрося', 'Frosya'],
      ['Маша', 'Masha'],
      ['Люся', 'Lyusya'],
      ['Ириска', 'Iriska'],
      ['Симка', 'Simka'],
      ['Луна', 'Luna'],
    ],
  },
  bird: {
    male: [
      ['Кеша', 'Kesha'],
      ['Гоша', 'Gosha'],
      ['Рома', 'Roma'],
      ['Яша', 'Yasha'],
      ['Чижик', 'Chizhik'],
    ],
    female: [
      ['Рита', 'Rita'],
      ['Лола', 'Lola'],
      ['Капа', 'Kapa'],
      ['Тася', 'Tasya'],
    ],
  },
  small: {
    male: [
      ['Проша', 'Prosha'],
      ['Кроша', 'Krosha'],
      ['Боня', 'Bonya'],
      ['Тёма', 'Tyoma'],
      ['Гриша', 'Grisha'],
    ],
    female: [
      ['Зая', 'Zaya'],
      ['Пуговка', 'Pugovka'],
      ['Мотя', 'Motya'],
      ['Глаша', 'Glasha'],
      ['Буся', 'Busya'],
    ],
  },
}

const PEOPLE: Record<Language, readonly (readonly [name: string, mailbox: string])[]> = {
  ru: [
    ['Анна', 'anna'],
    ['Сергей', 'sergey'],
    ['Мария', 'maria'],
    ['Дмитрий', 'dmitry'],
    ['Ольга', 'olga'],
    ['Алексей', 'alexey'],
    ['Екатерина', 'ekaterina'],
    ['Наталья', 'natalia'],
    ['Игорь', 'igor'],
    ['Татьяна', 'tatiana'],
    ['Павел', 'pavel'],
    ['Елена', 'elena'],
    ['Ирина', 'irina'],
    ['Андрей', 'andrey'],
    ['Юлия', 'yulia'],
    ['Михаил', 'mikhail'],
    ['Светлана', 'svetlana'],
    ['Вера', 'vera'],
    ['Никита', 'nikita'],
    ['Рустам', 'rustam'],
    ['Айгуль', 'aigul'],
    ['Галина', 'galina'],
  ],
  en: [
    ['Kate', 'kate'],
    ['James', 'james'],
    ['Priya', 'priya'],
    ['Tom', 'tom'],
    ['Laura', 'laura'],
    ['Daniel', 'daniel'],
    ['Mei', 'mei'],
    ['Sarah', 'sarah'],
  ],
}

/** A name that suits the animal, in the language of its owner. */
export function namePet(dice: Dice, species: Species, sex: Sex, language: Language): string {
  const list =
    species === 'dog' || species === 'horse'
      ? PETS.dog
      : species === 'cat'
        ? PETS.cat
        : species === 'bird'
          ? PETS.bird
          : PETS.small
  return dice.pick(list[sex])[language === 'ru' ? 0 : 1]
}

/** Addresses only under example.org, which nobody can own (RFC 2606). */
export function namePerson(dice: Dice, language: Language, key: string): { name: string; email: string } {
  const [name, mailbox] = dice.pick(PEOPLE[language])
  return { name, email: `${mailbox}.${key}@example.org` }
}

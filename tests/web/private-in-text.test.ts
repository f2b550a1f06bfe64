import { describe, expect, it } from 'vitest'
import { findEmail } from '../../web/posting/email-in-text.ts'
import { findHome } from '../../web/posting/home-in-text.ts'
import { findPhone } from '../../web/posting/phone-in-text.ts'
import { findPrivate, takeOut } from '../../web/posting/private-in-text.ts'

describe('a telephone number in a text', () => {
  it.each([
    ['Звоните 8 (912) 345-67-89, Иван', '8 (912) 345-67-89'],
    ['тел.+79123456789', '+79123456789'],
    ['89123456789', '89123456789'],
    ['8-912-345-67-89 2 подъезд', '8-912-345-67-89'],
    ['8 912 345 67 89 8 912 345 67 80', '8 912 345 67 89'],
    ['8.912.345.67.89', '8.912.345.67.89'],
    ['8–912–345–67–89', '8–912–345–67–89'],
    ['(912) 345-67-89', '(912) 345-67-89'],
    ['(8 912 345 67 89)', '8 912 345 67 89'],
    ['Пропал 24.11.2026 8 912 345 67 89', '8 912 345 67 89'],
    ['Call +44 20 7946 0958 please', '+44 20 7946 0958'],
    ['+1 (415) 555-2671', '+1 (415) 555-2671'],
    ['0044 20 7946 0958', '0044 20 7946 0958'],
    ['+375 29 123-45-67', '+375 29 123-45-67'],
  ])('is found in %j', (text, phone) => {
    expect(findPhone(text)).toBe(phone)
  })

  it.each([
    'chip 643094100123456',
    'чип 643 094 100 123 456',
    'chip 756 097 200 123 456',
    'chip 840003100123456',
    'пропала 24.11.2026 18:30',
    '24.11.2026-26.11.2026',
    '24.11.26-27.11.26',
    '2026-11-24 2026-11-25',
    '55.755826 37.617300',
    'карта 4276 1234 5678 9012',
    'дом 12, квартира 345',
    'ошейник 2024\n1234567',
    '',
  ])('is not seen in %j', (text) => {
    expect(findPhone(text)).toBeUndefined()
  })

  it.each([
    ['Звоните 8 912 345 67 89, Иван', '8 912 345 67 89', 'Звоните, Иван'],
    ['Пугливый 89123456789 шрам', '89123456789', 'Пугливый шрам'],
    ['89123456789 Пугливый', '89123456789', 'Пугливый'],
    ['89123456789', '89123456789', ''],
  ])('leaves no gap when it is taken out of %j', (text, phone, left) => {
    expect(takeOut(text, phone)).toBe(left)
  })
})

describe('an e-mail address in a text', () => {
  it.each([
    ['Пишите на anna.petrova@mail.ru.', 'anna.petrova@mail.ru'],
    ['(a+b@x-y.co.uk)', 'a+b@x-y.co.uk'],
    ['почта:иван@почта.рф, звоните', 'иван@почта.рф'],
    ['89123456789@mail.ru', '89123456789@mail.ru'],
  ])('is found in %j', (text, email) => {
    expect(findEmail(text)).toBe(email)
  })

  it.each(['@murka_vet in Telegram', 'Rex @ home', 'a@b', 'кот@дома', ''])('is not seen in %j', (text) => {
    expect(findEmail(text)).toBeUndefined()
  })
})

describe('a home in a text', () => {
  it.each([
    ['Звоните: ул. Ленина д.5 кв.12, код 3', 'кв.12'],
    ['Ленина 5, квартира № 7', 'квартира № 7'],
    ['из квартиры 34', 'квартиры 34'],
    ['12 Baker Street, flat 3', 'flat 3'],
    ['Apt #4B, ring twice', 'Apt #4B'],
    ['apartment 12', 'apartment 12'],
    ['Мой адрес: Москва, ул. Ленина, д. 5.', 'Мой адрес: Москва, ул. Ленина, д. 5'],
    ['мой адрес ул.Ленина,5а', 'мой адрес ул.Ленина,5а'],
    ['Мы живём на улице Ленина 5', 'живём на улице Ленина 5'],
    ['живу на Ленина, 5', 'живу на Ленина, 5'],
    ['живу в Туле, ул. Ленина, дом 5', 'живу в Туле, ул. Ленина, дом 5'],
    ['I live at 12 Baker Street', 'I live at 12'],
    ['My address is 12 Baker Street', 'My address is 12'],
    ['we live on Baker Street 12', 'we live on Baker Street 12'],
  ])('is seen in %j', (text, words) => {
    expect(findHome(text)).toBe(words)
  })

  it.each([
    'видели на ул. Ленина',
    'видели у дома 5 на ул. Ленина',
    'Last seen near 12 Baker Street',
    'дом 2 месяца без хозяина',
    '5 street dogs',
    'живёт в квартире 2 года',
    'потерялась в квартире 40 м',
    'квартира 2-комнатная',
    'She lived in our flat 3 years',
    'in the apartment 2 cats are left',
    'Живу рядом, видел 2 раза',
    'Живу в центре, звоните после 18',
    'Живу в лесу. Пропал 24 ноября',
    'живу на даче с 24 ноября',
    'живу на 5 этаже',
    'живу в Москве с 2019',
    'живу в посёлке, 3 собаки',
    'I live on the 3rd floor',
    'I live in 2 minutes from the park',
    'I live in Moscow since 2019',
    'the flat, 3 dogs',
    'My address is on the tag',
    '',
  ])('is not seen in %j', (text) => {
    expect(findHome(text)).toBeUndefined()
  })

  it('is looked for in no time in a long text', () => {
    const text = `мой адрес ${'очень длинные слова, '.repeat(200)}${'а'.repeat(1_000)}`
    const startedMs = performance.now()
    findHome(text)
    expect(performance.now() - startedMs).toBeLessThan(1_000)
  })
})

describe('what is private in the texts of a form', () => {
  it('is told once of each kind, and figures of an address are no number', () => {
    const values = { name: 'Rex 89123456789', description: 'a@b.ru or 89120000000@mail.ru', collar: 'flat 3' }
    expect(findPrivate(values, ['name', 'description', 'collar'])).toEqual([
      { field: 'description', kind: 'email', words: 'a@b.ru' },
      { field: 'name', kind: 'phone', words: '89123456789' },
      { field: 'collar', kind: 'home', words: 'flat 3' },
    ])
    const address = { description: '89120000000@mail.ru' }
    expect(findPrivate(address, ['description']).map(({ kind }) => kind)).toEqual(['email'])
  })
})

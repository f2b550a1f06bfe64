import { describe, expect, it } from 'vitest'
import { errorsToShow } from '../../web/pages/post/shown-errors.ts'
import { checkForm, errorsFromProblem, errorsOfStep, fieldOf } from '../../web/posting/check.ts'
import { emptyForm, type FormValues, fromReport, toBody, toPatch } from '../../web/posting/form.ts'
import { fitSize, readTakenAt } from '../../web/posting/prepare-photo.ts'
import { makeFeature } from './fixtures.ts'

const NOW = Date.UTC(2026, 10, 23, 15)
const whole: FormValues = {
  ...emptyForm('lost'),
  species: 'dog',
  occurredAt: '2026-11-22T18:30:00.000Z',
  location: { lng: 37.62, lat: 55.75, accuracyM: 30 },
}

describe('checking a form', () => {
  it('asks for what happened, who, where and when, and for nothing else', () => {
    expect(checkForm(emptyForm(), NOW)).toEqual({
      kind: 'missing',
      species: 'missing',
      location: 'missing',
      occurredAt: 'missing',
    })
    expect(checkForm(whole, NOW)).toEqual({})
  })

  it('refuses the future beyond a clock that runs a little ahead, and the time before 2000', () => {
    const at = (ms: number) => checkForm({ ...whole, occurredAt: new Date(ms).toISOString() }, NOW).occurredAt
    expect(at(NOW + 60_000)).toBeUndefined()
    expect(at(NOW + 3_600_000)).toBe('future')
    expect(at(Date.UTC(1999, 11, 31))).toBe('tooOld')
  })

  it('looks at the e-mail, the phone and the chip only when they are given', () => {
    const wrong = checkForm({ ...whole, microchip: '12', contact: { email: 'a@b', phone: 'call me' } }, NOW)
    expect(wrong).toEqual({ microchip: 'chip', 'contact.email': 'invalid', 'contact.phone': 'invalid' })
    expect(checkForm({ ...whole, microchip: '643 0941 0012 3456', contact: { email: ' ' } }, NOW)).toEqual({})
  })

  it('knows on which step a fault stands', () => {
    const errors = checkForm(emptyForm('lost'), NOW)
    expect(errorsOfStep(errors, 'pet')).toEqual({ species: 'missing' })
    expect(errorsOfStep(errors, 'place')).toEqual({ location: 'missing', occurredAt: 'missing' })
  })
})

describe('a problem document', () => {
  it('is told in the fields of the form', () => {
    const { errors, rest } = errorsFromProblem({
      type: '/problems/invalid',
      title: 'Invalid',
      status: 422,
      errors: [
        { pointer: '/location/lat', code: 'too_big' },
        { pointer: '/contact/email', code: 'invalid_format' },
        { pointer: '/occurredAt', code: 'in_future' },
        { pointer: '/microchip', code: 'chip_length' },
        { pointer: '/marks/0/part', code: 'invalid_value' },
        { pointer: '/surprise', code: 'unknown_field' },
      ],
    })
    expect(errors).toEqual({
      location: 'invalid',
      'contact.email': 'invalid',
      occurredAt: 'future',
      microchip: 'chip',
      marks: 'invalid',
    })
    expect(rest).toBe(1)
  })

  it('finds no field in a pointer of ours it does not know', () => {
    expect(fieldOf('/nothing/here')).toBeUndefined()
  })
})

describe('showing faults', () => {
  it('lets a fault of the server go once its field changes, and keeps one that still holds', () => {
    const judged = {
      errors: { name: 'invalid', species: 'missing' } as const,
      values: { ...whole, name: 'x' },
    }
    const now = { ...whole, name: 'y', species: undefined }
    expect(errorsToShow(judged, now, { species: 'missing' })).toEqual({ species: 'missing' })
    expect(errorsToShow(judged, { ...whole, name: 'x' }, {})).toEqual({ name: 'invalid', species: 'missing' })
  })
})

describe('the report body', () => {
  it('leaves out what was not said and keeps the name of the place to the device', () => {
    const body = toBody({ ...whole, name: '  ', placeName: 'Home', contact: { email: ' a@b.ru ' } }, 'ru')
    expect(JSON.parse(JSON.stringify(body))).toEqual({
      kind: 'lost',
      species: 'dog',
      occurredAt: whole.occurredAt,
      location: whole.location,
      locationPrivacy: 'exact',
      contact: { email: 'a@b.ru' },
      language: 'ru',
    })
  })

  it('hides the place of a find unless the finder says otherwise', () => {
    expect(toBody({ ...whole, kind: 'found' }, 'en').locationPrivacy).toBe('approximate')
    expect(toBody({ ...whole, kind: 'found', locationPrivacy: 'exact' }, 'en').locationPrivacy).toBe('exact')
  })

  it('takes an owner at their word for the breed, and a finder for a look', () => {
    expect(toBody({ ...whole, breed: 'beagle' }, 'en').breedConfidence).toBe('owner')
    expect(toBody({ ...whole, kind: 'found', breed: 'beagle' }, 'en').breedConfidence).toBe('observer')
  })
})

describe('an edit', () => {
  const report = makeFeature({
    name: 'Рыжик',
    colours: ['red'],
    collar: 'red',
    location: { lng: 37.6, lat: 55.7 },
  })

  it('sends only what changed, and null for what was cleared', () => {
    const before = fromReport(report)
    expect(toPatch(before, { ...before, name: 'Рыж', collar: '' }, 'ru')).toEqual({
      name: 'Рыж',
      collar: null,
    })
  })

  it('sends nothing when nothing changed', () => {
    const before = fromReport(report)
    expect(toPatch(before, { ...before }, 'en')).toEqual({})
  })
})

describe('a photo', () => {
  it('shrinks to the longest side and never grows', () => {
    expect(fitSize(4096, 3072)).toEqual({ width: 2048, height: 1536 })
    expect(fitSize(300, 200)).toEqual({ width: 300, height: 200 })
    expect(fitSize(100_000, 1)).toEqual({ width: 2048, height: 1 })
  })

  it('reads the camera time in the zone it names', () => {
    expect(readTakenAt('2026:11:20 18:30:00', '+03:00', NOW)).toBe('2026-11-20T15:30:00.000Z')
  })

  it('offers no time from a camera whose clock is wrong', () => {
    expect(readTakenAt('1980:01:01 00:00:00', '+00:00', NOW)).toBeUndefined()
    expect(readTakenAt('2027:11:20 18:30:00', '+03:00', NOW)).toBeUndefined()
    expect(readTakenAt('    :  :     :  :  ', undefined, NOW)).toBeUndefined()
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { SEARCH_ADVICE } from '../../api/domain/search-words.ts'
import { LANGUAGES, MARK_SIDES, MARK_TYPES, SPECIES, type Species } from '../../api/domain/vocabulary.ts'
import { kindLabel, petTitle, reportTitle } from '../../web/components/kinds.ts'
import { markWords, partsOf, partWords } from '../../web/components/marks.ts'
import { noneOfTheseWords } from '../../web/components/none-of-these.ts'
import { percent } from '../../web/components/percent.ts'
import { multiplierWords, reasonWords, sortReasons, weightWords } from '../../web/components/reasons.ts'
import { formatAgo, formatDistance, formatPercent, formatPoint, toLocalField } from '../../web/i18n/dates.ts'
import { coded, loadMessages, t } from '../../web/i18n/index.ts'
import { planOf } from '../../web/pages/manage/plan.ts'
import { groupThreads } from '../../web/pages/manage/waiting.ts'
import { suggestionsFrom } from '../../web/pages/post/Understood.tsx'
import { emptyForm } from '../../web/posting/form.ts'
import { chooseLanguage, setLanguage } from '../../web/state/device.ts'
import type { Match } from '../../web/wire.ts'
import { makeMatch } from './fixtures.ts'

beforeEach(async () => {
  setLanguage('en')
  await loadMessages('traits', 'report')
})

describe('the language', () => {
  it('is the asked one, then the chosen one, then the device’s, then Russian', () => {
    expect(chooseLanguage('?lang=en', 'ru', ['ru'])).toBe('en')
    expect(chooseLanguage('', 'en', ['ru'])).toBe('en')
    expect(chooseLanguage('', null, ['de-DE', 'en-GB', 'ru'])).toBe('en')
    expect(chooseLanguage('?lang=xx', 'yy', ['de'])).toBe('ru')
  })
})

describe('names of animals', () => {
  it('agree with the species and the sex in Russian', () => {
    setLanguage('ru')
    expect(kindLabel('lost', 'dog')).toBe('Пропала')
    expect(kindLabel('found', 'rabbit')).toBe('Найден')
    expect(kindLabel('lost', 'cat', 'male')).toBe('Пропал')
    expect(kindLabel('lost', 'dog', 'male')).toBe('Пропал')
    expect(kindLabel('found', 'dog', 'female')).toBe('Найдена')
    expect(kindLabel('found', 'rabbit', 'female')).toBe('Найдена')
    expect(petTitle({ species: 'dog', sex: 'male', name: 'Туман' })).toBe('Туман, пёс')
    const title = { kind: 'lost', species: 'dog', name: 'Туман' } as const
    expect(reportTitle({ ...title, sex: 'male' })).toBe('Пропал пёс: Туман')
    expect(reportTitle(title)).toBe('Пропала собака: Туман')
    expect(petTitle({ species: 'cat', sex: 'male', name: 'Барсик' })).toBe('Барсик, кот')
  })

  it('say of an animal that is home that it is, and no more that it was lost', () => {
    const home = { kind: 'lost', species: 'cat', sex: 'male', name: 'Барсик', status: 'reunited' } as const
    expect(reportTitle(home)).toBe('Cat is home: Барсик')
    setLanguage('ru')
    expect(reportTitle(home)).toBe('Кот уже дома: Барсик')
  })
})

describe('marks', () => {
  const limp = { type: 'limp' } as const
  it('tell a limp as what the animal does', async () => {
    expect(markWords({ ...limp, part: 'whole_body' }, 'dog')).toBe('limps')
    expect(markWords({ ...limp, part: 'hind_leg', side: 'left' }, 'dog')).toBe('limps on the left hind leg')
    setLanguage('ru')
    await loadMessages('traits')
    expect(markWords({ ...limp, part: 'whole_body' }, 'dog')).toBe('хромает')
    expect(markWords({ ...limp, part: 'front_leg' }, 'cat')).toBe('хромает на переднюю лапу')
    expect(markWords({ ...limp, part: 'hind_paw', side: 'right' }, 'dog')).toBe(
      'хромает на правую заднюю лапу',
    )
    expect(markWords({ ...limp, part: 'hind_leg', side: 'both' }, 'dog')).toBe('хромает на обе задние лапы')
  })

  const onLegs = { part: 'front_leg', side: 'left', type: 'scar' } as const
  const onPaws = { ...onLegs, part: 'front_paw' } as const

  it('call limbs by the word of the species, in both languages', async () => {
    for (const mark of [onLegs, onPaws]) {
      expect(markWords(mark, 'horse')).toBe('scar on the left front leg')
      expect(markWords(mark, 'bird')).toBe('scar on the left wing')
    }
    expect(markWords(onPaws, 'dog')).toBe('scar on the left front paw')
    setLanguage('ru')
    await loadMessages('traits')
    for (const mark of [onLegs, onPaws]) {
      expect(markWords(mark, 'horse')).toBe('шрам на левой передней ноге')
      expect(markWords(mark, 'dog')).toBe('шрам на левой передней лапе')
      expect(markWords(mark, 'bird')).toBe('шрам на левом крыле')
      expect(markWords({ ...mark, type: 'limp' }, 'horse')).toBe('хромает на левую переднюю ногу')
      expect(markWords({ ...mark, type: 'limp' }, 'bird')).toBe('хромает')
    }
    expect(markWords({ ...limp, part: 'hind_leg' }, 'bird')).toBe('хромает на лапу')
    expect(markWords({ part: 'muzzle', type: 'scar' }, 'bird')).toBe('шрам на клюве')
  })

  it('stand in the words of the language, whatever the part, the side and the kind of mark', async () => {
    const ear = { part: 'ear', type: 'notch' } as const
    expect(markWords({ ...ear, side: 'both' }, 'cat')).toBe('notch in both ears')
    setLanguage('ru')
    await loadMessages('traits')
    expect(markWords({ ...ear, side: 'left' }, 'cat')).toBe('надрез на левом ухе')
    expect(markWords({ ...ear, side: 'both' }, 'cat')).toBe('надрез на обоих ушах')
    expect(markWords({ part: 'head', side: 'left', type: 'scar' }, 'cat')).toBe('шрам на голове слева')
    expect(markWords({ part: 'tail', type: 'docked' }, 'dog')).toBe('купированный хвост')
    expect(markWords({ part: 'eye', side: 'right', type: 'blind' }, 'dog')).toBe('не видит правым глазом')
  })

  it('have words for every part, side and type', async () => {
    for (const spoken of LANGUAGES) {
      setLanguage(spoken)
      await loadMessages('traits')
      for (const species of SPECIES) {
        for (const part of partsOf(species)) {
          for (const side of [undefined, ...MARK_SIDES]) {
            const told = MARK_TYPES.map((type) => markWords({ part, side, type }, species))
            expect(told.join(), `${spoken} ${species} ${part} ${side}`).not.toMatch(/_|\.|\{|undefined| {2}/)
          }
        }
      }
    }
  })

  it('offer each word once, and no part that the species lacks', async () => {
    const offered = (species?: Species) => partsOf(species).map((part) => partWords(part, species))
    expect(offered('dog')).toEqual(expect.arrayContaining(['front leg', 'front paw']))
    expect(offered('horse')).not.toContain('front paw')
    setLanguage('ru')
    await loadMessages('traits')
    expect(offered('horse').filter((word) => /нога|лапа/.test(word))).toEqual([
      'передняя нога',
      'задняя нога',
    ])
    expect(offered('dog').filter((word) => /нога|лапа/.test(word))).toEqual(['передняя лапа', 'задняя лапа'])
    expect(offered('bird')).toEqual(expect.arrayContaining(['крыло', 'лапа', 'клюв']))
    expect(offered('bird')).not.toContain('ухо')
    for (const species of [undefined, ...SPECIES]) {
      expect(new Set(offered(species)).size, species).toBe(offered(species).length)
    }
  })

  it('are told of a horse in the reasons of a match too', async () => {
    setLanguage('ru')
    await loadMessages('traits', 'report')
    const reason = { factor: 'marks', multiplier: 25, values: ['front_paw', 'scar', 'left'] } as const
    expect(
      reasonWords({ ...reason, values: [...reason.values] }, { species: 'horse', colours: [] }),
    ).toContain('шрам на левой передней ноге')
  })
})

describe('times and distances', () => {
  const now = Date.UTC(2026, 10, 23, 12)
  it('are told as people tell them', () => {
    expect(formatAgo(new Date(now - 3 * 3_600_000).toISOString(), now)).toBe('3\u00a0hours ago')
    expect(formatAgo(new Date(now + 5_000).toISOString(), now)).toBe('just now')
    expect(formatDistance(3)).toBe('10\u00a0m')
    expect(formatDistance(347)).toBe('350\u00a0m')
    expect(formatDistance(3_449)).toBe('3.4\u00a0km')
    setLanguage('ru')
    expect(formatDistance(3_449)).toBe('3,4\u00a0км')
    expect(formatPercent(0.5)).toBe('50\u00a0%')
    expect(formatPoint({ lng: 86.72, lat: 53.8 })).toBe('53,8000; 86,7200')
  })

  it('fills a date field with the device’s own time', () => {
    const value = toLocalField(now)
    expect(new Date(value).getTime()).toBe(now)
  })
})

describe('reasons of a match', () => {
  it('say what speaks for and against, with the multiplier', () => {
    expect(
      reasonWords({ factor: 'distance', multiplier: 12.4, distanceM: 300 }, { species: 'dog', colours: [] }),
    ).toContain('300')
    expect(multiplierWords(12.4)).toBe('×12')
    expect(
      reasonWords(
        { factor: 'sex', multiplier: 0.1, relation: 'different', values: ['male', 'female'] },
        { species: 'dog', colours: [] },
      ),
    ).toBe('Sex: differs (male / female)')
    const tan = { factor: 'colours', multiplier: 3, relation: 'overlap', values: ['tan'] } as const
    expect(
      reasonWords({ ...tan, values: [...tan.values] }, { species: 'dog', colours: ['brown', 'tan'] }),
    ).toContain(coded('colour', 'tan_points'))
    expect(multiplierWords(0.1)).toBe('÷10')
    expect(
      reasonWords({ factor: 'chip', multiplier: 1e6, relation: 'equal' }, { species: 'dog', colours: [] }),
    ).toBe('Chip number matches')
  })

  it('say how common such animals are as a whole thought', () => {
    const rivals = (expected: number) =>
      reasonWords({ factor: 'rivals', multiplier: 1 / expected, expected }, { species: 'dog', colours: [] })
    expect(rivals(5.2)).toBe(
      'Such animals are often found here, about 5 a month, so likeness alone says less',
    )
    expect(rivals(0.2)).toBe('Such animals are seldom found here, so likeness says more')
  })

  it('weigh in words: strongly, plainly or slightly, for or against', () => {
    expect([12.4, 5.9, 1.2].map(weightWords)).toEqual([
      'speaks strongly for',
      'speaks for',
      'speaks slightly for',
    ])
    expect([0.1, 0.2, 0.9].map(weightWords)).toEqual([
      'speaks strongly against',
      'speaks against',
      'speaks slightly against',
    ])
  })

  it('tell hours where not a day has gone by', () => {
    const told = (days: number) =>
      reasonWords({ factor: 'time', multiplier: 2, days }, { species: 'dog', colours: [] })
    expect(told(-0.08)).toBe(t('reason.time.before'))
    expect(told(0.01)).toBe(t('reason.time.soon'))
    expect(told(0.04)).toBe('1 hour after the loss')
    expect(told(0.58)).toBe('14 hours after the loss')
    expect(told(0.99)).toBe('1 day after the loss')
    expect(told(1.6)).toBe('2 days after the loss')
  })

  it('put the strongest first, whichever way it speaks', () => {
    const sorted = sortReasons([
      { factor: 'age', multiplier: 1.2 },
      { factor: 'sex', multiplier: 0.1 },
      { factor: 'size', multiplier: 2 },
    ])
    expect(sorted.map(({ factor }) => factor)).toEqual(['sex', 'size', 'age'])
  })

  it('end with how likely it is none of them, in words that fit what was said of each', () => {
    const possible = makeMatch({ band: 'possible' })
    const less = makeMatch({ band: 'less_likely' })
    const sure = makeMatch({ band: 'very_likely' })
    const end = (shown: Match[], noneOfThese: number, calibrated = false) =>
      noneOfTheseWords({ shown, noneOfThese, calibrated })
    expect(end([possible, possible], 0.4)).toBe(t('matches.noneOfThese.possible'))
    expect(end([possible], 0.4)).toBe(t('matches.notThis.possible'))
    expect(end([less, less], 0.7)).toBe(t('matches.noneOfThese.likely'))
    expect(end([less], 0.7)).toBe(t('matches.notThis.likely'))
    // What was called possible is not taken back a line further down.
    expect(end([possible, less], 0.7)).toBe(t('matches.noneOfThese.possible'))
    expect(end([sure], 0.1)).toBe('')
    expect(end([sure, possible], 0.1)).toBe('')
    expect(end([sure], 0.1, true)).toBe(t('matches.notThis', { percent: '10%' }))
  })

  it('never claim certainty', () => {
    expect(percent(1)).toBe('99%')
    expect(percent(0.00001)).toBe('1%')
  })
})

describe('the plan', () => {
  it('loses no advice and keeps its order', () => {
    const plan = planOf(SEARCH_ADVICE)
    expect([...plan.now, ...plan.tonight, ...plan.week].sort()).toEqual([...SEARCH_ADVICE].sort())
    expect(plan.now.indexOf('go_now')).toBeLessThan(plan.now.indexOf('do_not_chase'))
  })
})

describe('suggestions from words', () => {
  it('fill gaps and override nothing', () => {
    const found = {
      breeds: [{ code: 'beagle', confidence: 0.9 }],
      isMix: false,
      colours: ['red' as const, 'white' as const],
      sex: 'male' as const,
      size: 'm' as const,
      marks: [{ part: 'ear' as const, type: 'notch' as const, visibility: 'public' as const }],
      spans: [],
    }
    const keys = suggestionsFrom(found, { ...emptyForm('lost'), sex: 'female', colours: ['red'] }).map(
      ({ key }) => key,
    )
    expect(keys).toEqual(['size', 'breed', 'white', 'notch in the ear'])
  })
})

describe('the inbox', () => {
  it('keeps each writer’s words together, the newest conversation first', () => {
    const message = (id: string, threadId: string, createdAt: string) => ({
      id,
      threadId,
      createdAt,
      text: id,
      fromAuthor: false,
    })
    const threads = groupThreads([
      message('3', 'a', '2026-01-03'),
      message('2', 'b', '2026-01-02'),
      message('1', 'a', '2026-01-01'),
    ])
    expect(threads.map((thread) => thread.map(({ id }) => id))).toEqual([['1', '3'], ['2']])
  })
})

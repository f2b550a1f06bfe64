/** The number of a house or a flat: nothing is glued to it but a letter of its own, and it is no year and no time. */
const NUMBER = '(?!(?:19|20)\\d\\d)\\d{1,4}[a-dа-г]?(?![\\p{L}\\d]|-\\p{L}|:\\d)'
const SHORT = '(?:ул|г|пр|просп|пер|пл|наб|ш|б-р|д|корп|стр|st|ave|rd)\\.'
const WORD = `(?:${SHORT}|(?:\\d+-)?\\p{L}[\\p{L}-]*)`
/** After a comma an address goes on only with a street or a number: else another thought begins. */
const GAP = '(?:[ \\t]+|(?<=\\.)|,[ \\t]*(?=(?:ул|улица|пр|проспект|пер|ш|д|дом|house)(?!\\p{L})|\\d))'
const HOUSE = `(?:(?:д|дом|house|no)\\.?[ \\t]*)?${NUMBER}`

const FLAT = `(?:кв(?:арт)?\\.?|квартир[аеуы]|flat|apt\\.?|apartment)[ \\t]*[№#]?[ \\t]*${NUMBER}`
const ADDRESS = `(?:мой|наш|my|our)(?: домашний| home)? (?:адрес|address)(?: is)?[ \\t:—–-]*(?:${WORD}(?:,[ \\t]*|[ \\t]+|(?<=\\.))){0,6}${HOUSE}`
const LIVE = `(?:(?:живу|жив[её]м|прожива(?:ю|ем)) (?:по адресу|на|в|во|по)|(?:i|we) live (?:at|on|in))[ \\t:]+(?:${WORD}${GAP}){0,6}${HOUSE}`
const HOME = new RegExp(`(?<!\\p{L})(?:${FLAT}|${ADDRESS}|${LIVE})`, 'giu')

/** What is counted, measured or dated is neither: "2 месяца", "40 м", "3 cats". */
const COUNTED = new RegExp(
  `^[ \\t]*(?:${[
    '(?:ч|м|км|кг|см|мм|эт)(?!\\p{L})',
    'час|мин|сут|дн|день|недел|мес|лет|год|раз|метр|этаж|подъезд|комн|кот|кош|соба|щен|челов',
    'январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр',
    '(?:h|m|km|kg|cm|am|pm|hours?|min(?:ute)?s?|days?|weeks?|months?|years?|times|metres?|meters?|miles?)(?!\\p{L})',
    '(?:blocks?|rooms?|bedrooms?|floors?|cats?|dogs?|kittens?|pupp(?:y|ies)|people|doors?)(?!\\p{L})',
    '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)',
  ].join('|')})`,
  'iu',
)

/** The first words of a text that lead to a home: a flat, or where the author says that they live; as they stand there. */
export function findHome(text = ''): string | undefined {
  for (const found of text.matchAll(HOME)) {
    if (!COUNTED.test(text.slice(found.index + found[0].length))) return found[0]
  }
  return undefined
}

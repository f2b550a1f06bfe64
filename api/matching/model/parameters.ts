import { entry, readValues, type ValuesOf } from './entry.ts'
import type {
  Agreement,
  AgreementLevel,
  BreedLevel,
  ColourRules,
  Delay,
  Growth,
  Kernel,
  LadderLevel,
  Levels,
  PatternLevel,
} from './shapes.ts'

const DALLAS =
  'between Dallas 2019 shelter returns, 42 % within a block (Front. Vet. Sci. 2021, 669428), and Long Beach re-captures, 7 % within 150 m [M]; Sonoma tail'
const LOUDOUN = 'Loudoun returns: median 270 m, IQR 70-2,500 m (JSMCAH 2024 3:113)'
const ENTRY_RULE = 'estimate'

/**
 * The whole numeric table of the match model, one entry a number or row. Distances in metres, times in days, ratios
 * without a unit.
 */
export const parameterTable = {
  kernel: {
    dog: entry<Kernel>(
      [
        [0.18, 60],
        [0.22, 400],
        [0.27, 1_200],
        [0.22, 3_200],
        [0.08, 8_000],
        [0.03, 40_000],
      ],
      'M',
      DALLAS,
    ),
    cat: entry<Kernel>(
      [
        [0.38, 55],
        [0.27, 250],
        [0.3, 2_800],
        [0.05, 12_000],
      ],
      'S',
      LOUDOUN,
    ),
    bird: entry<Kernel>(
      [
        [0.42, 180],
        [0.28, 1_800],
        [0.25, 10_500],
        [0.05, 120_000],
      ],
      'E',
      'dog, scales times three',
    ),
    small: entry<Kernel>(
      [
        [0.6, 25],
        [0.28, 100],
        [0.1, 600],
        [0.02, 10_000],
      ],
      'E',
      'as an indoor cat searched for (Huang et al. 2018, Animals 8(1):5)',
    ),
  },
  growth: {
    dog: entry<Growth>({ riseHours: 6, perDay: 0.02, most: 3 }, 'E', ENTRY_RULE),
    cat: entry<Growth>({ riseHours: 0, perDay: 0.03, most: 3 }, 'E', ENTRY_RULE),
  },
  /**
   * Exponents on the ratios of place and time: a kernel and a delay measured in some cities are believed less in another
   * (a power likelihood guards against a misspecified model: Holmes and Walker 2017, Biometrika 104:497).
   */
  trust: {
    distance: entry(
      0.7,
      'M',
      'Long Beach exact, blurred, thinned, made denser and stretched: least log-loss',
    ),
    delay: entry(0.85, 'M', 'the same with other delays'),
  },
  /** Density below which a place is never thought: an animal driven across a country is rare, not impossible. */
  leastDensityPerM2: entry(1e-15, 'E', ENTRY_RULE),
  pin: {
    exactM: entry(30, 'E', 'a pin set by hand'),
    /** A report's `accuracyM` as a standard deviation along each axis. */
    sigmaPerAccuracy: entry(0.7, 'E', 'between a normal error (1) and a uniform disc (.5)'),
    /** The same for the radius of a cell that hides a point: uniform over a disc. */
    sigmaPerPublicRadius: entry(0.5, 'S', 'variance of a uniform disc along one axis: radius² / 4'),
  },
  /** When finds stand at centres of areas: the share of them at points with finds of several days. */
  sharedPlaces: {
    leastShare: entry(
      0.3,
      'M',
      'Long Beach: exact places at most .15, snapped to squares of 2.5 km at least .8',
    ),
    /** From here on a point with one find only is taken for a centre too. */
    usualShare: entry(0.7, 'E', ENTRY_RULE),
    sigmaPerWidth: entry(0.29, 'S', 'a uniform square along one axis: side / √12'),
  },
  delay: {
    dog: entry<Delay>(
      { medianDays: 2.2, sigma: 1.2, lateShare: 0.1, lateDays: 60, earlyShare: 0.03, earlyDays: 2 },
      'S',
      'median 2 d: Lord et al. 2007, JAVMA 230:211; a little later and wider, for other cities',
    ),
    cat: entry<Delay>(
      { medianDays: 5.5, sigma: 1.73, lateShare: 0.05, lateDays: 180, earlyShare: 0.03, earlyDays: 2 },
      'S',
      'Huang 2018: 34 % at 7 d, 50 % at 30 d, 56 % at 60 d of those found within a year',
    ),
  },
  /** Unrelated reports of one side per km² and day, where nothing has been counted yet; also the floor's base. */
  density: {
    coldStart: {
      dog: entry(0.02, 'M', 'stray dog intakes of one US city'),
      cat: entry(0.03, 'M', 'stray cat intakes of one US city'),
      other: entry(0.001, 'E', ENTRY_RULE),
    },
    floorPerKm2Day: entry(0.002, 'E', ENTRY_RULE),
    bandwidthM: entry(1_400, 'E', 'Long Beach: log-loss is flat from 700 to 2,000 m'),
    /** Weight of the mean over all candidates against the density at one of them. */
    areaShare: entry(0.55, 'M', 'Long Beach, in all its variants: log-loss is least from .4 to .6'),
    windowDays: entry(365, 'E', ENTRY_RULE),
  },
  /** Chance that the true counterpart is in the register at all. */
  registered: {
    dog: entry(0.4, 'E', ENTRY_RULE),
    cat: entry(0.4, 'E', ENTRY_RULE),
    other: entry(0.2, 'E', ENTRY_RULE),
  },
  calibration: {
    a: entry(0.6, 'M', 'Long Beach pairs: exact, blurred to districts, thinned and made denser'),
    b: entry(1, 'M', 'the same: what overconfidence there is comes from place and time, see trust'),
  },
  /** The unrelated share of "same" is the breed's own frequency; ratios to start with: .45/f, 5, 2, .32. */
  breed: {
    dog: entry<Levels<BreedLevel>>(
      { same: [0.45, 0.05], overlap: [0.2, 0.04], confusable: [0.12, 0.06], different: [0.23, 0.72] },
      'S',
      'Voith 2013 (staff agree on few dogs), Voith 2009, Gunter 2018: 67.7 % matched one breed',
    ),
    cat: entry<Levels<BreedLevel>>(
      { same: [0.5, 0.08], overlap: [0.1, 0.03], confusable: [0.1, 0.06], different: [0.3, 0.5] },
      'E',
      ENTRY_RULE,
    ),
    other: entry<Levels<BreedLevel>>(
      { same: [0.6, 0.1], overlap: [0.1, 0.03], confusable: [0.1, 0.06], different: [0.2, 0.65] },
      'E',
      ENTRY_RULE,
    ),
    leastFrequency: entry(0.003, 'E', ENTRY_RULE),
    most: {
      dog: entry(60, 'E', ENTRY_RULE),
      cat: entry(40, 'E', ENTRY_RULE),
      other: entry(20, 'E', ENTRY_RULE),
    },
  },
  /**
   * Two observers' words for one coat: each colour is kept, taken for another, or left out. `noise` is the share of
   * descriptions that have nothing to do with the coat. Ratios come out near dog 6 … .2, cat 4.5 … .4.
   */
  colour: {
    dog: entry<ColourRules>(
      { swap: 0.28, likeness: 3.2, omit: 0.1, omitWhite: 0.2, noise: 0.12 },
      'M',
      'repeated intakes of one dog: with graded similarity 2.9 % look disjoint',
    ),
    cat: entry<ColourRules>(
      { swap: 0.3, likeness: 3, omit: 0.12, omitWhite: 0.25, noise: 0.15 },
      'M',
      'repeated intakes of one cat',
    ),
  },
  sex: {
    dog: entry<Levels<AgreementLevel>>(
      { same: [0.95, 0.5], different: [0.05, 0.5] },
      'M',
      'human re-reports: sex differs for 1-13 %',
    ),
    cat: entry<Levels<AgreementLevel>>(
      { same: [0.87, 0.51], different: [0.13, 0.49] },
      'M',
      'human re-reports',
    ),
  },
  neutered: entry<Levels<AgreementLevel>>(
    { same: [0.9, 0.5], different: [0.1, 0.5] },
    'M',
    'published .7 and .3 (weight 100), none of 125 Long Beach pairs differs',
  ),
  size: entry<Levels<LadderLevel>>(
    { same: [0.62, 0.31], adjacent: [0.34, 0.42], apart: [0.04, 0.27] },
    'E',
    ENTRY_RULE,
  ),
  age: entry<Levels<LadderLevel>>(
    { same: [0.73, 0.28], adjacent: [0.225, 0.43], apart: [0.045, 0.29] },
    'M',
    'human re-reports',
  ),
  coat: {
    dog: entry<Levels<LadderLevel>>(
      { same: [0.65, 0.4], adjacent: [0.3, 0.4], apart: [0.05, 0.2] },
      'E',
      ENTRY_RULE,
    ),
    cat: entry<Levels<LadderLevel>>(
      { same: [0.78, 0.6], adjacent: [0.2, 0.3], apart: [0.02, 0.1] },
      'E',
      ENTRY_RULE,
    ),
  },
  /** The unrelated share of "same" is the pattern's own frequency. */
  pattern: entry<Levels<PatternLevel>>(
    { same: [0.7, 0.2], related: [0.15, 0.15], different: [0.15, 0.65] },
    'E',
    ENTRY_RULE,
  ),
  collar: entry({ same: 20, colour: 8, worn: 1.2, contradict: 0.3, bare: 0.7 }, 'E', ENTRY_RULE),
  marks: entry({ rare: 25, common: 5, sideUnknown: 0.5, contradict: 0.3, most: 100 }, 'E', ENTRY_RULE),
  chip: entry({ equal: 1e6, near: 300, different: 1e-3, noneFound: 0.3 }, 'E', ENTRY_RULE),
  /** Brand and tattoo numbers are short and hard to read. */
  brand: entry<Agreement>({ same: 1e4, different: 0.3 }, 'E', ENTRY_RULE),
  /** The finder names the lost report they mean. */
  about: entry<Agreement>({ same: 100, different: 0.5 }, 'E', ENTRY_RULE),
  photo: entry({ least: 0.05, most: 200 }, 'E', ENTRY_RULE),
  /** Breed, size and colour depend on each other: the cap of their joint log10 ratio. */
  jointCapLog10: entry(2.5, 'E', ENTRY_RULE),
  population: {
    /** Weight, in candidates, of the table's unrelated shares against those seen among the candidates. */
    priorCandidates: entry(100, 'E', ENTRY_RULE),
    /** Bounds of one attribute's ratio. */
    least: entry(0.02, 'E', ENTRY_RULE),
    most: entry(60, 'E', ENTRY_RULE),
  },
}

export type Parameters = ValuesOf<typeof parameterTable>

/** The table's values without their sources. */
export const defaultParameters = readValues(parameterTable) as Parameters

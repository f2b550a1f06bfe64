import type { Stop } from '../stop.ts'
import { HOME_STOPS } from './home.ts'
import { openAbout } from './info.ts'
import { MANAGE_STOPS } from './manage.ts'
import { openStep } from './post.ts'
import { openLost } from './report.ts'

/** As a person may choose them (web/state/device.ts), in per cent. */
const LETTERS = ['150', '200', '250']

const HOME = ['home-list', 'home-filters', 'home-settings', 'home-map-near', 'home-map-selected']

const SEEN: Stop[] = [
  ...HOME_STOPS.filter(({ name }) => HOME.includes(name)),
  { name: 'report-lost', go: openLost },
  ...MANAGE_STOPS.filter(({ name }) => name === 'manage-lost'),
  { name: 'post-pet', go: (visit) => openStep(visit, 'pet') },
  { name: 'about', go: openAbout },
]

/** The version for people who see little, in each size of letters. */
export const LOW_VISION_STOPS: Stop[] = LETTERS.flatMap((letterSize) =>
  SEEN.map((stop) => ({
    ...stop,
    name: `letters${letterSize}-${stop.name}`,
    kept: { lowVision: 'on', letterSize },
  })),
)

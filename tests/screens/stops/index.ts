import { HOME_STOPS } from './home.ts'
import { INFO_STOPS } from './info.ts'
import { LOW_VISION_STOPS } from './low-vision.ts'
import { MANAGE_STOPS } from './manage.ts'
import { POST_STOPS } from './post.ts'
import { POSTER_STOPS } from './poster.ts'
import { REPORT_STOPS } from './report.ts'

/** Every page in its main states; those that post come last. */
export const STOPS = [
  ...HOME_STOPS,
  ...REPORT_STOPS,
  ...POSTER_STOPS,
  ...MANAGE_STOPS,
  ...INFO_STOPS,
  ...LOW_VISION_STOPS,
  ...POST_STOPS,
]

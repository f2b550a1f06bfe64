import { animalRoutes } from './animals/routes.ts'
import { cardRoutes } from './cards/routes.ts'
import { drawingRoutes } from './drawings/routes.ts'
import { createRouter } from './http/router.ts'
import { matchRoutes } from './matching/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { photoRoutes } from './photos/routes.ts'
import { placesRoutes } from './places/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { searchAreaRoutes } from './search-area/routes.ts'
import { siteRoutes } from './site/routes.ts'
import { tilesRoutes } from './tiles/routes.ts'
import { walkerRoutes } from './walkers/routes.ts'

/** Every route of the API, a line a feature. */
export const apiRoutes = createRouter()
  .route('/', reportRoutes)
  .route('/', placesRoutes)
  .route('/', photoRoutes)
  .route('/', cardRoutes)
  .route('/', drawingRoutes)
  .route('/', matchRoutes)
  .route('/', animalRoutes)
  .route('/', peopleRoutes)
  .route('/', searchAreaRoutes)
  .route('/', walkerRoutes)
  .route('/', tilesRoutes)
  .route('/', siteRoutes)

import { apiRoutes } from './routes.ts'

/** The description of the whole API (OpenAPI 3.1), from the same schemas that check requests. */
export function describeApi() {
  const description = apiRoutes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Homeward',
      version: '1',
      description:
        'Reports of lost and found pets. Every place in an answer is the public one: the exact point, or the centre ' +
        'of a fixed cell where the author asked for an approximate place. Errors are RFC 9457 problem documents.',
    },
  })
  return {
    ...description,
    components: {
      ...description.components,
      securitySchemes: { manageToken: { type: 'http', scheme: 'bearer' } },
    },
  }
}

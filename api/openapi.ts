/** What the description of the API says besides its routes. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Homeward',
    version: '1',
    description:
      'Reports of lost and found pets. Every place in an answer is the public one: the exact point, or the centre ' +
      'of a fixed cell where the author asked for an approximate place. Errors are RFC 9457 problem documents.',
  },
}

/** Reports that a list shows before anybody asks for more. */
export const PAGE_SIZE = 30

/** What the first screen asks for when nothing is filtered: the server has the browser fetch it early. */
export const FIRST_LIST_PATH = `/api/reports?limit=${PAGE_SIZE}`

/** Reports that a list shows before anybody asks for more. */
export const PAGE_SIZE = 30

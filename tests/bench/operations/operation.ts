/** What is timed: the product's whole answer, and under it the bare work that the answer cannot do without. */
export type Operation = { name: string; product: () => Promise<unknown>; floor: () => Promise<unknown> }

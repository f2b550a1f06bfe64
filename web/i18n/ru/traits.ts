export const traits = {} as const

/** When somebody set out is kept, told and worded no finer than this: it says nothing of who it was. */
export const SET_OUT_STEP_MS = 5 * 60_000

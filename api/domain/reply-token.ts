/** A keyed hash of 32 bytes in base64url. */
const WHOLE = /^[\w-]{43}$/

/** Whether a reply link's key has come whole: one that then opens nothing belonged to a report that was deleted. */
export const isWholeReplyToken = (token: string) => WHOLE.test(token)

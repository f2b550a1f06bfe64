const EMAIL = /[\p{L}\d](?:[\p{L}\d._%+-]*[\p{L}\d_+-])?@(?:[\p{L}\d-]+\.)+\p{L}{2,}/u

/** The first e-mail address written in a text, as it stands there. */
export const findEmail = (text = ''): string | undefined => EMAIL.exec(text)?.[0]

/** Keyed hashes and tokens, on Web Crypto so that Node and workerd share them. */

const encoder = new TextEncoder()

export type Keyring = {
  /** HMAC-SHA-256 of `value` under a key of its own for each purpose; 32 bytes. */
  hash: (purpose: Purpose, value: string | Uint8Array) => Promise<Uint8Array>
}

/** Purposes keep hashes apart: equal inputs under two purposes give unrelated outputs. */
export type Purpose =
  | 'manage-token'
  | 'reply-token'
  | 'walker-token'
  | 'keep-token'
  | 'mailed-key'
  | 'chip'
  | 'chip-near'
  | 'brand'
  | 'photo'
  | 'idempotency'
  | 'rate-limit'

export function createKeyring(secret: string): Keyring {
  const keys = new Map<Purpose, Promise<CryptoKey>>()
  const keyFor = (purpose: Purpose): Promise<CryptoKey> => {
    let key = keys.get(purpose)
    if (!key) {
      key = crypto.subtle.importKey(
        'raw',
        encoder.encode(`${purpose}:${secret}`),
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      )
      keys.set(purpose, key)
    }
    return key
  }
  return {
    hash: async (purpose, value) => {
      const bytes = typeof value === 'string' ? encoder.encode(value) : new Uint8Array(value)
      return new Uint8Array(await crypto.subtle.sign('HMAC', await keyFor(purpose), bytes))
    },
  }
}

/** 32 random bytes as 43 base64url characters. */
export function createToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

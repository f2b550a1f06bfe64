import type { Access } from '../../domain/search-words.ts'

const OUTDOOR =
  /гуля(ет|л|ла|ющ)[^.!?]{0,20}(сам|улиц|двор)|самовыгул|выход(ит|ил|ила) (сам|на улицу)|дворов|уличн|free[- ]?roam|outdoor|indoor[/ -]*outdoor|goes out(side)? (on|alone)|barn cat/iu
const INDOOR =
  /(никогда|ни разу|не) (не )?(был|была|бывал|бывала|выходил|выходила|выходит|гулял|гуляла|гуляет)[^.!?]{0,12}(улиц|двор)?|на улиц[еу] не|(выпал|упал)[аи]? из окна|сугубо домашн|чисто домашн|только дома|indoor[- ]only|indoor cat|house cat|strictly indoor|never (been )?out(side)?|fell (out of|from) (a |the )?(window|balcony)/iu

/** How the animal lives, from the words of its report; `unknown` unless they say so. */
export function readAccess(description: string | null): Access {
  if (!description) return 'unknown'
  if (INDOOR.test(description)) return 'indoor'
  return OUTDOOR.test(description) ? 'outdoor' : 'unknown'
}

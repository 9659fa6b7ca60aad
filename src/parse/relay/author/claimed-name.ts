import { relayWords } from '../../../policy/pack/relay-words.ts'
import { seen } from './look-alike.ts'

/** What a longer display name says beyond this is not looked at. */
const NAME_MAX = 500

/** Whether a display name says that Amazon writes: in any script, in look-alike letters, or with its letters spaced. */
export function claimsAmazon(name: string): boolean {
  const letters = seen(name.slice(0, NAME_MAX)).replace(/[^\p{L}\p{N}]+/gu, '')
  return relayWords().phrases.amazonName.some((amazon) => letters.includes(amazon))
}

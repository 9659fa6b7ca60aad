import { fromUtf8, utf8 } from '../base/bytes.ts'
import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import type { RelayAddress } from '../model/relay-address.ts'
import type { SafeText } from '../model/text.ts'
import { type Key, open, seal } from './aead.ts'
import type { Place } from './place.ts'
import type { SealedText } from './sealed-body.ts'

/** Who the buyer is to us. Sealed under the conversation's `person` key, which dies first. */
export interface BuyerFace {
  readonly name: SafeText
  /** Undefined when only Amazon spoke so far: there is nobody to answer. */
  readonly relay: RelayAddress | undefined
}

/** What a conversation looks like in a list. Sealed under its `text` key. */
export interface TextFace {
  readonly subject: SafeText
  readonly preview: SafeText
}

export function sealBuyerFace(key: Key, place: Place, face: BuyerFace, random: Random): SealedText {
  return sealPair(key, place, { pair: [face.name, face.relay ?? ''], random })
}

export function openBuyerFace(key: Key, place: Place, sealed: Uint8Array): BuyerFace {
  const [name, relay] = openPair(key, place, sealed)
  const buyer = { name: name as SafeText, relay: relay as RelayAddress } // proof: authenticated, sealed as this pair above
  return relay === '' ? { ...buyer, relay: undefined } : buyer
}

export function sealTextFace(key: Key, place: Place, face: TextFace, random: Random): SealedText {
  return sealPair(key, place, { pair: [face.subject, face.preview], random })
}

export function openTextFace(key: Key, place: Place, sealed: Uint8Array): TextFace {
  const [subject, preview] = openPair(key, place, sealed)
  return { subject: subject as SafeText, preview: preview as SafeText } // proof: authenticated, sealed as this pair above
}

function sealPair(
  key: Key,
  place: Place,
  content: { readonly pair: readonly [string, string]; readonly random: Random },
): SealedText {
  return seal(key, place, utf8(JSON.stringify(content.pair)), content.random) as SealedText // proof: the callers' types
}

function openPair(key: Key, place: Place, sealed: Uint8Array): readonly [string, string] {
  const pair: unknown = JSON.parse(fromUtf8(open(key, place, sealed)))
  if (!Array.isArray(pair) || pair.length !== 2) throw new Fault('seal.open-failed', { detail: place.table })
  return [String(pair[0]), String(pair[1])]
}

import { foldWords, relayWords } from '../../../policy/pack/relay-words.ts'
import { says } from '../phrase.ts'
import type { Labelled } from './labelled.ts'

/** Who ships, as the list of a refund says it: "Fulfilment: Seller". Undefined when no line says it. */
export function fulfilledBy(lines: readonly Labelled[]): 'amazon' | 'merchant' | undefined {
  const { fulfilmentLabel, merchantValue, amazonValue } = relayWords().phrases
  for (const { label, value } of lines) {
    if (!says(label, fulfilmentLabel)) continue
    const words = foldWords(value)
    if (says(words, merchantValue)) return 'merchant'
    if (says(words, amazonValue)) return 'amazon'
  }
  return undefined
}

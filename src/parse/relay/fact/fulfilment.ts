import { foldWords, relayWords } from '../../../policy/pack/relay-words.ts'
import { says } from '../phrase.ts'

const LABELLED = /^[ \t*•-]{0,20}([^:：\n]{2,60})[:：][ \t]{0,20}(\S[^\n]{0,80})$/gmu

/** Who ships, as the list of a refund says it: "Fulfilment: Seller". Undefined when no line says it. */
export function fulfilledBy(text: string): 'amazon' | 'merchant' | undefined {
  const { fulfilmentLabel, merchantValue, amazonValue } = relayWords().phrases
  for (const [, label = '', value = ''] of text.matchAll(LABELLED)) {
    if (!says(foldWords(label), fulfilmentLabel)) continue
    const words = foldWords(value)
    if (says(words, merchantValue)) return 'merchant'
    if (says(words, amazonValue)) return 'amazon'
  }
  return undefined
}

import { relayWords } from '../../../policy/pack/relay-words.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { says } from '../phrase.ts'
import { templateText } from './template-text.ts'

/** Whether a refusal gives the address of the sender as its reason, in Amazon's own words and not in what it quotes. */
export function isSenderRefusal(mail: ParsedMail): boolean {
  const { subject, body } = templateText(mail)
  return says(`${subject}\n${body}`, relayWords().phrases.senderRefusal)
}

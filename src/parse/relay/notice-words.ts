/** Words of Amazon's notices, lower case, for mails whose type header was lost on the way through a help desk. */
const OPT_OUT = [
  'buyer has chosen to opt out of receiving unsolicited messages',
  "l'acquirente ha scelto di non ricevere messaggi non richiesti",
]
const REFUSAL = [
  'did not meet our guidelines',
  'did not meet guidelines',
  'we were unable to deliver the message you sent',
  "il tuo messaggio all'acquirente non è stato consegnato",
]

/** Whether a notice says that the buyer opted out. Asked first, since such a notice also says "unable to deliver". */
export function saysOptOut(text: string): boolean {
  return saysOneOf(OPT_OUT, text)
}

/** Whether a notice says that our mail was not passed on. */
export function saysRefusal(text: string): boolean {
  return saysOneOf(REFUSAL, text)
}

function saysOneOf(phrases: readonly string[], text: string): boolean {
  const plain = text.replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').toLowerCase()
  return phrases.some((phrase) => plain.includes(phrase))
}

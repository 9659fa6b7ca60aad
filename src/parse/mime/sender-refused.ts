/** Longer answers of a mail server say nothing new. */
const DIAGNOSTIC_MAX = 1_000
/** RFC 3463: the sender's mailbox or system address is bad. */
const BAD_SENDER = /^5\.1\.[78]$/u
/** RFC 3463: refused by policy; for which reason the words alone say, which mail servers write in English. */
const BY_POLICY = /^5\.7\./u
const NOT_AUTHORISED = /\bnot[ -](?:an? )?authori[sz]ed\b|\bunauthori[sz]ed\b/iu
const NOT_APPROVED =
  /\bnot[ -](?:yet )?(?:an? )?(?:approved|registered|allowed|permitted|accepted|recogni[sz]ed)\b|\b(?:unapproved|unregistered)\b/iu
const OF_SENDER = /\b(?:sender|from|originator|envelope|mailbox owner)\b/iu
/** A server that is asked to pass on what is not for it: the sender is not why. */
const OF_RELAYING = /\brelay(?:ing)? (?:access|denied)|\bunable to relay\b|\bto relay\b/iu
const SENDER_REJECTED =
  /\bsender (?:e-?mail )?(?:address )?(?:was |is |has been )?(?:rejected|refused|denied|blocked)\b/iu

/**
 * Whether a delivery report says that mail from its sender is not taken, and not just this mail. By the enhanced status
 * alone where RFC 3463 names the sender; under 5.7 the words decide, since content is refused by the same number.
 */
export function isSenderRefused(status: string, diagnostic: string): boolean {
  if (BAD_SENDER.test(status)) return true
  if (!BY_POLICY.test(status)) return false
  const words = diagnostic.slice(0, DIAGNOSTIC_MAX)
  if (SENDER_REJECTED.test(words)) return true
  if (OF_RELAYING.test(words)) return false
  return NOT_AUTHORISED.test(words) || (NOT_APPROVED.test(words) && OF_SENDER.test(words))
}

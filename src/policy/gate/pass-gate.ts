import { oneLine } from '../../base/text.ts'
import type { Finding } from '../../model/finding.ts'
import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'
import type { RelayAddress } from '../../model/relay-address.ts'
import { parseRelayAddress } from '../../model/relay-address.ts'
import { check, isBlocking } from '../check/check.ts'
import { findingOf, findingOfWhole } from '../check/finding-of.ts'
import { valueHits } from '../check/value-rules.ts'
import { detect } from '../detect/detect.ts'
import { markCleared } from './cleared-reply.ts'
import type { ClearedReply, ProposedReply } from './cleared-reply.ts'
import { isPlainText } from './plain-text.ts'
import { SUBJECT_MAX_CHARACTERS } from './quote.ts'

/** What the desk knows to be true at the moment of sending; never taken from the proposal. */
export interface GateFacts {
  readonly pack: PolicyPack
  readonly approvedSenders: readonly string[]
  /** The relay address of the conversation. */
  readonly relayAddress: RelayAddress
  /** Message-ID of the buyer mail this answers; undefined when the buyer's mail had none. */
  readonly lastBuyerMailId: string | undefined
}

export type GateVerdict =
  | { readonly ok: true; readonly reply: ClearedReply; readonly advice: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] }

const MAIL_ID = /^<[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,128}@[a-z0-9](?:[a-z0-9.-]{0,126}[a-z0-9])?>$/iu

/**
 * The last check of what would leave, whoever wrote it: person, template, assistant or outbox. Clears the very values it
 * looked at, or gives every rule they break. A text in a language the rules do not cover passes if nothing was found in
 * it: a person sends it, and the desk has said that it cannot judge it. Spans are of the body, of the quote for its rule.
 */
export function passGate(proposed: ProposedReply, facts: GateFacts): GateVerdict {
  const body = check(proposed.body, { pack: facts.pack })
  const blocking = [
    ...envelopeRules(proposed, facts).map((rule) => findingOfWhole(facts.pack, rule)),
    ...subjectFindings(proposed.subject, facts.pack),
    ...body.findings.filter(isBlocking),
    ...quoteFindings(proposed.quoted, facts.pack),
  ]
  if (blocking.length > 0) return { ok: false, findings: blocking }
  return {
    ok: true,
    reply: markCleared(proposed),
    advice: [...body.findings, ...subjectAdvice(proposed.subject, facts.pack)],
  }
}

function envelopeRules(proposed: ProposedReply, facts: GateFacts): readonly RuleId[] {
  const rules: RuleId[] = []
  if (!isRecipientOf(proposed, facts)) rules.push('OUT-001')
  if (!facts.approvedSenders.includes(proposed.sender)) rules.push('OUT-002')
  if (!isInThread(proposed, facts.lastBuyerMailId)) rules.push('OUT-003')
  if (!MAIL_ID.test(proposed.mailId)) rules.push('DESK-004')
  if (!/[\p{L}\p{N}]/u.test(proposed.body)) rules.push('DESK-001')
  if (!isPlainText(proposed.body) || !isPlainText(proposed.quoted)) rules.push('OUT-051')
  return rules
}

/** The type could be forged by a cast, so the address is read again too. */
function isRecipientOf(proposed: ProposedReply, facts: GateFacts): boolean {
  const { recipient } = proposed
  return (
    recipient === facts.relayAddress && parseRelayAddress(recipient, facts.pack.marketplaceTlds.values) === recipient
  )
}

function isInThread(proposed: ProposedReply, lastBuyerMailId: string | undefined): boolean {
  if (proposed.quoted.trim() === '') return false
  if (lastBuyerMailId === undefined) return proposed.inReplyTo === undefined && proposed.references.length === 0
  return proposed.inReplyTo === lastBuyerMailId && proposed.references.at(-1) === lastBuyerMailId
}

/**
 * The buyer chose the words of a subject, so neither what they ask for nor their style is ours to answer for; values that
 * may never leave still may not.
 */
function subjectFindings(subject: string, pack: PolicyPack): readonly Finding[] {
  if (
    subject === '' ||
    subject.length > SUBJECT_MAX_CHARACTERS ||
    oneLine(subject) !== subject ||
    !isPlainText(subject)
  )
    return [findingOfWhole(pack, 'DESK-003')]
  return valueHits(subject, detect(subject), { pack })
    .map((hit) => findingOf(pack, hit))
    .filter((finding) => finding.force === 'never')
}

/** A tag that the buyer's own mail brought cannot be taken away here, so it is no reason to hold the reply. */
function subjectAdvice(subject: string, pack: PolicyPack): readonly Finding[] {
  const isTagged = pack.importantTags.values.some((tag) => subject.toLowerCase().includes(tag.toLowerCase()))
  return isTagged ? [findingOfWhole(pack, 'OUT-038')] : []
}

/** Whatever is sensitive in a quote would be sent back out: looked for again, links included. */
function quoteFindings(quoted: string, pack: PolicyPack): readonly Finding[] {
  return detect(quoted).map(({ start, end }) => findingOf(pack, { rule: 'OUT-085', span: { start, end } }))
}

import { canonicalJson } from '../base/canonical-json.ts'
import { Fault } from '../base/fault.ts'
import { EVENT_CODES, type EvidenceLeaf } from '../model/evidence-leaf.ts'

const HEX_64 = /^[0-9a-f]{64}$/u
const CODE = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/u
const MAX_CODES = 64

/**
 * The exact bytes that are hashed, as text: canonical JSON of a leaf that holds codes, ids and hashes only. A Fault
 * 'evidence.failed' when a member could be free text, so that nothing private can enter the log by mistake.
 */
export function leafText(leaf: EvidenceLeaf): string {
  const wrong = wrongMember(leaf)
  if (wrong !== undefined) throw new Fault('evidence.failed', { detail: `leaf member ${wrong}` })
  return canonicalJson({ ...leaf, codes: [...leaf.codes].sort() })
}

function wrongMember(leaf: EvidenceLeaf): string | undefined {
  if (!EVENT_CODES.includes(leaf.event)) return 'event'
  if (!Number.isSafeInteger(leaf.at)) return 'at'
  if (!Number.isSafeInteger(leaf.account)) return 'account'
  if (!isCodeOrEmpty(leaf.object)) return 'object'
  if (!isCodeOrEmpty(leaf.key)) return 'key'
  if (leaf.codes.length > MAX_CODES || !leaf.codes.every((code) => CODE.test(code))) return 'codes'
  if (!HEX_64.test(leaf.pack)) return 'pack'
  if (!isHashOrEmpty(leaf.subject)) return 'subject'
  if (!isHashOrEmpty(leaf.actor)) return 'actor'
  if (!isHashOrEmpty(leaf.pc)) return 'pc'
  return isHashOrEmpty(leaf.cc) ? undefined : 'cc'
}

function isHashOrEmpty(text: string): boolean {
  return text === '' || HEX_64.test(text)
}

function isCodeOrEmpty(text: string): boolean {
  return text === '' || CODE.test(text)
}

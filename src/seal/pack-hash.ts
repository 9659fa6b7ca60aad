import { utf8 } from '../base/bytes.ts'
import { canonicalJson, type CanonicalValue } from '../base/canonical-json.ts'
import type { PolicyPack } from '../model/policy-pack.ts'
import { sha256 } from './derive.ts'

/** SHA-256 of a policy pack's canonical JSON: which rules were in force, as each entry of the evidence log names it. */
export function packHash(pack: PolicyPack): string {
  const plain: CanonicalValue = JSON.parse(JSON.stringify(pack))
  return sha256(utf8(canonicalJson(plain)))
}

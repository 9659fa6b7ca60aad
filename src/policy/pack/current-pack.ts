import type { PolicyPack } from '../../model/policy-pack.ts'
import json from './amazon-2026-11-23.json' with { type: 'json' }
import { loadPack } from './load-pack.ts'

let loaded: PolicyPack | undefined

/** The pack this program ships. Read at the first call and kept; throws Fault `pack.invalid` if the file is damaged. */
export function currentPack(): PolicyPack {
  loaded ??= loadPack(json)
  return loaded
}

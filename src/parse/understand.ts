import type { PolicyPack } from '../model/policy-pack.ts'
import type { AmazonMail } from './amazon-mail.ts'
import type { ParsedMail } from './parsed-mail.ts'

/** What a mail is to the desk. Never throws; what it cannot place is `other`. */
export function understand(_mail: ParsedMail, _pack: PolicyPack): AmazonMail {
  return { kind: 'other' }
}

import type { PolicyPack } from '../../../model/policy-pack.ts'
import type { SuspectMail } from '../../amazon-mail.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { notificationType } from './amazon-sender.ts'
import { claimsAmazon } from './claimed-name.ts'
import { isLookAlike } from './look-alike.ts'

/** Why a mail that is not from an address of Amazon's would like to be; nothing when it does not. */
export function suspicionOf(mail: ParsedMail, pack: PolicyPack): SuspectMail['reason'] | undefined {
  const { address, name } = mail.from
  if (isLookAlike(address.slice(address.lastIndexOf('@') + 1), pack)) return 'look-alike'
  if (notificationType(mail.notificationType) || claimsAmazon(name)) return 'impersonation'
  return undefined
}

import type { AmazonMail } from '../../../src/parse/amazon-mail.ts'
import { readMail } from '../../../src/parse/read-mail.ts'
import { understand } from '../../../src/parse/understand.ts'
import { currentPack } from '../../../src/policy/pack/current-pack.ts'
import { type MailSpec, mailBytes } from './mail-bytes.ts'

/** What a test says of a mail's meaning: any of the fields that a mail of some kind has. */
export type Meaning = Readonly<Record<string, unknown>>

/** A mail, what it varies, and what it has to mean. */
export interface ShapeCase {
  readonly varies: string
  readonly mail: MailSpec
  readonly means: Meaning
}

/** What mails mean, each by what it varies and in the fields that its case speaks of. */
export async function meaningsOf(cases: readonly ShapeCase[]): Promise<Readonly<Record<string, Meaning>>> {
  const read = cases.map(async ({ varies, mail, means }) => [varies, fieldsOf(await meaningOf(mail), means)] as const)
  return Object.fromEntries(await Promise.all(read))
}

/** What the cases say that their mails mean. */
export function expectedMeanings(cases: readonly ShapeCase[]): Readonly<Record<string, Meaning>> {
  return Object.fromEntries(cases.map(({ varies, means }) => [varies, means]))
}

/** What one mail means, read from its bytes. */
export async function meaningOf(mail: MailSpec): Promise<AmazonMail> {
  return understand(await readMail(mailBytes(mail)), currentPack())
}

function fieldsOf(mail: AmazonMail, means: Meaning): Meaning {
  const facts = 'facts' in mail ? mail.facts : {}
  const all = new Map<string, unknown>(Object.entries({ ...facts, ...mail }))
  return Object.fromEntries(Object.keys(means).map((field) => [field, all.get(field)]))
}

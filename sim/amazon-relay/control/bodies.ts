import { z } from 'zod'
import { RequestError } from '../buyer-request.ts'
import { DEFAULT_MAILBOX } from '../desk.ts'
import { LANGUAGES } from '../marketplaces.ts'
import { ANSWERS, COPIES_NAME } from '../mode.ts'

const TEXT_LIMIT = 100_000
const COPIES_LIMIT = 50
const APPROVED_SENDERS_LIMIT = 50

const line = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]+$/u, 'must be one line')
const address = z
  .string()
  .max(254)
  .regex(/^[^\s@<>]+@[^\s@<>]+$/u, 'must be an e-mail address')
const token = z.string().regex(/^[A-Za-z0-9]{4,64}$/u, 'must be 4 to 64 letters and digits')

/** PUT /desk */
export const deskBody = z.strictObject({
  host: line,
  port: z.int().min(1).max(65_535),
  protocol: z.enum(['smtp', 'lmtp']).default('smtp'),
  mailbox: address.default(DEFAULT_MAILBOX),
  approvedSenders: z.array(address).max(APPROVED_SENDERS_LIMIT).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
})

/** POST /play */
export const playBody = z.strictObject({
  buyers: z.array(z.string()).exactOptional(),
  backlog: z.boolean().exactOptional(),
})

/** POST /buyers */
export const buyerBody = z.strictObject({
  name: line,
  text: z.string().max(TEXT_LIMIT),
  subject: line.exactOptional(),
  orderId: z
    .string()
    .regex(/^\d{3}-\d{7}-\d{7}$/u, 'must look like 123-1234567-1234567')
    .exactOptional(),
  product: z
    .strictObject({ title: line, asin: z.string().regex(/^B0[A-Z0-9]{8}$/u, 'must look like B0ABCD1234') })
    .exactOptional(),
  marketplace: z.string().exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
  html: z.union([z.boolean(), z.string().max(TEXT_LIMIT)]).exactOptional(),
  alias: z
    .string()
    .regex(/^[a-z0-9]{8,40}$/u, 'must be 8 to 40 small letters and digits')
    .exactOptional(),
  caseId: z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'must be a UUID in small letters')
    .exactOptional(),
  threadToken: token.exactOptional(),
  messageToken: token.exactOptional(),
  copies: z.int().min(1).max(COPIES_LIMIT).exactOptional(),
  photo: z.boolean().exactOptional(),
  sentAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .exactOptional(),
})

/** PUT /mode and PUT /buyers/:alias/mode */
export const modeBody = z.strictObject({
  copies: z.boolean().exactOptional(),
  copiesName: z.enum(COPIES_NAME).exactOptional(),
  answers: z.enum(ANSWERS).exactOptional(),
  unapproved: z.enum(['reject', 'notice']).exactOptional(),
  talkative: z.boolean().exactOptional(),
})

/** A body as its schema says. Throws a RequestError whose sentence names the first thing that is wrong. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? 'The body' : `\`${issue.path.join('.')}\``
  throw new RequestError(`${where} is not understood: ${issue?.message ?? 'unknown'}.`)
}

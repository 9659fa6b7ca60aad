import { z } from '@hono/zod-openapi'

import { MAIL_SECURITIES, WATCH_STATES } from '../../model/mailbox-source.ts'
import { id, instant } from './basic-shapes.ts'

/* Patterns here have no flags: OpenAPI knows none, and writing one spoils the pattern. */

/** Bounds of what a person may send about a mailbox. */
export const MAILBOX_LIMITS = {
  /** Longest name of a host in DNS. */
  hostCharacters: 253,
  userCharacters: 320,
  passwordCharacters: 1_024,
  folderCharacters: 255,
  authservIds: 10,
  authservIdCharacters: 253,
} as const

const address = z.email('an e-mail address such as amazon@your-shop.example')
const host = z
  .string()
  .trim()
  .max(MAILBOX_LIMITS.hostCharacters)
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9.:-]*[A-Za-z0-9])?$|^::1$/,
    'the name of a mail server such as imap.your-shop.example',
  )
/* Neither an IMAP command nor a log can be broken up by what has no control characters. */
const word = (characters: number) =>
  z
    .string()
    .min(1)
    .max(characters)
    // oxlint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u001f\u007f]+$/, 'without line breaks and control characters')
const authservId = z
  .string()
  .max(MAILBOX_LIMITS.authservIdCharacters)
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, 'the first word of an Authentication-Results header')

export const MailboxProblemShape = z
  .object({ code: z.string(), says: z.string(), remedy: z.string() })
  .openapi('MailboxProblem')

export const MailboxShape = z
  .object({
    id,
    address: z.string(),
    approvedSender: z.string(),
    /** Whether Amazon sends this mailbox copies of our own mails. */
    copies: z.enum(['not-seen', 'seen']),
    /** Since when it does, as far as it was noted. */
    copiesSince: instant.nullable(),
    /** Whether a copy of each reply is put into the Sent folder of the server it is fetched from. */
    keepsSent: z.boolean(),
    authservIds: z.array(z.string()),
    /** What reached the server before is history and runs no clock; null: all clocks run. */
    deadlinesFrom: instant.nullable(),
    /** Where it is fetched from; the password is never part of it. */
    source: z
      .object({
        host: z.string(),
        port: z.int(),
        security: z.enum(MAIL_SECURITIES),
        user: z.string(),
        folder: z.string(),
        version: z.int(),
      })
      .nullable(),
    watch: z
      .object({
        state: z.enum(WATCH_STATES),
        problem: MailboxProblemShape.nullable(),
        since: instant,
        seenAt: instant,
        retryAt: instant.nullable(),
        behind: z.int(),
      })
      .nullable(),
    fetched: z.object({ lastUid: z.int(), movedAt: instant }).nullable(),
  })
  .openapi('Mailbox')

export const NewMailboxShape = z.strictObject({ address, approvedSender: address }).openapi('NewMailbox')

export const MailboxChangeShape = z
  .strictObject({
    approvedSender: address.optional(),
    authservIds: z.array(authservId).max(MAILBOX_LIMITS.authservIds).optional(),
    deadlinesFrom: instant.nullable().optional(),
    keepsSent: z.boolean().optional(),
    /** Amazon sends no copies any more: none is missed until the next one comes. */
    copies: z.literal('not-seen').optional(),
  })
  .openapi('MailboxChange')

export const MailboxSourceShape = z
  .strictObject({
    host,
    port: z.int().min(1).max(65_535),
    security: z.enum(MAIL_SECURITIES),
    user: word(MAILBOX_LIMITS.userCharacters),
    /** Left out: the stored one stays, as long as host and user do. */
    password: word(MAILBOX_LIMITS.passwordCharacters).optional(),
    folder: word(MAILBOX_LIMITS.folderCharacters),
  })
  .openapi('MailboxSource')

const nothing = z.null()

export const MailboxTrialShape = z
  .union([
    z.object({
      ok: z.literal(true),
      folder: z.string(),
      messages: z.int(),
      canIdle: z.boolean(),
      newestAt: instant.nullable(),
      problem: nothing,
      folders: z.array(z.string()),
    }),
    z.object({
      ok: z.literal(false),
      folder: nothing,
      messages: nothing,
      canIdle: nothing,
      newestAt: nothing,
      problem: MailboxProblemShape,
      /** What folders there are, when the one asked for is missing. */
      folders: z.array(z.string()),
    }),
  ])
  .openapi('MailboxTrial')

export type MailboxView = z.infer<typeof MailboxShape>
export type MailboxTrialView = z.infer<typeof MailboxTrialShape>

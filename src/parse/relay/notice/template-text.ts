import { foldWords } from '../../../policy/pack/relay-words.ts'
import type { ParsedMail } from '../../parsed-mail.ts'
import { itemTable } from '../fact/item-table.ts'
import { leadOf } from '../fact/notice-facts.ts'
import { messageParts } from '../message/message-parts.ts'

/** A template says what it is about in its first words. */
const WORDS_MAX = 20_000

/** Amazon's own words in a notice, folded for comparison. */
export interface TemplateText {
  readonly subject: string
  readonly body: string
  /** What stands above a quoted message, as it came. */
  readonly preamble: string
  readonly hasItemTable: boolean
  readonly hasMessage: boolean
}

/**
 * What Amazon itself says in a notice. A message it quotes between markers and the table of items, which holds the
 * buyer's comment, are left out: they may say anything.
 */
export function templateText(mail: ParsedMail): TemplateText {
  const parts = messageParts(mail.body, mail.markedText)
  const hasMessage = parts.foundBy === 'mark' || parts.foundBy === 'markers'
  const own = (hasMessage ? `${parts.preamble}\n${parts.footer ?? ''}` : mail.body).slice(0, WORDS_MAX)
  const table = itemTable(own)
  return {
    subject: foldWords(mail.subject),
    body: foldWords(leadOf(own, table)),
    preamble: parts.preamble,
    hasItemTable: table !== undefined,
    hasMessage,
  }
}

import type { Span } from '../../model/finding.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import type { Hit } from './finding-of.ts'

const EMOJI =
  /(?![\d#*©®™])\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?(?:\ufe0f|\u200d\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?)*|[\u{1f1e6}-\u{1f1ff}]{1,2}|[\d#*]\ufe0f?\u20e3/gu
const BREAKS = /\n[ \t\r]*(?:\n[ \t\r]*)+/gu
const SHOUTED = /\p{Lu}/gu
const CASED = /[\p{Lu}\p{Ll}]/gu
const FEWEST_LETTERS = 20

/** The rules of style that a text breaks. */
export function styleHits(text: string, pack: PolicyPack): readonly Hit[] {
  const whole = { start: 0, end: text.length }
  const hits: Hit[] = []
  for (const span of emojiSpans(text)) hits.push({ rule: 'OUT-050', span })
  for (const span of longBreaks(text, pack.limits.lineBreaksInARow.value)) hits.push({ rule: 'OUT-052', span })
  if (text.length > pack.limits.replyMaxCharacters.value) hits.push({ rule: 'OUT-044', span: whole })
  if (isShouted(text)) hits.push({ rule: 'OUT-053', span: whole })
  return hits
}

/** Emoji, each with its modifiers; the signs of copyright and trade marks are none. */
function emojiSpans(text: string): readonly Span[] {
  return spansOf(text, EMOJI)
}

/** The text without its emoji and without the blanks they leave. */
export function withoutEmoji(text: string): string {
  return text
    .replace(EMOJI, ' ')
    .replace(/[ \t]{2,}/gu, ' ')
    .replace(/ (?=[.,!?;:])/gu, '')
    .trim()
}

/** Runs of more than so many line breaks, blanks between them included. */
function longBreaks(text: string, limit: number): readonly Span[] {
  return spansOf(text, BREAKS).filter(({ start, end }) => text.slice(start, end).split('\n').length - 1 > limit)
}

/** Whether at least 20 letters are written and more than half of them are capitals. */
function isShouted(text: string): boolean {
  const cased = text.match(CASED)?.length ?? 0
  return cased >= FEWEST_LETTERS && (text.match(SHOUTED)?.length ?? 0) * 2 > cased
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

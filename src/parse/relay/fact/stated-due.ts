import { endOfDay } from '../../../base/zone.ts'
import type { Marketplace } from '../../../policy/pack/marketplaces.ts'
import { type PhraseName, foldWords, relayWords } from '../../../policy/pack/relay-words.ts'
import { says } from '../phrase.ts'
import { writtenDates } from './written-date.ts'
import { writtenSpanMs } from './written-span.ts'

/** What stands lower in a mail is no deadline of its template. */
const TEXT_MAX = 10_000
const SENTENCES_MAX = 300
/** How near to a date the word must stand that makes it a deadline, in characters. */
const CUE_REACH = 24
/** No mail asks for an answer later than this after it was sent. */
const AHEAD_MAX_MS = 120 * 86_400_000

const MONTH_FIRST: ReadonlySet<string> = new Set(['en-US'])
const SENTENCE_END = /(?<!\d)[.!?](?=\s|$)|[。！？؟]|\n\s*\n|\n\s*[*•-]\s/u

/**
 * The instant by which a mail asks for an answer: a date it names, to the end of that day where the marketplace is, or
 * a span counted from when it was sent. A sentence that speaks of answering goes before others. Undefined without one.
 */
export function statedDueAt(
  text: string,
  context: { readonly sentAt: Date | undefined; readonly marketplace: Marketplace | undefined },
): Date | undefined {
  const { sentAt, marketplace } = context
  if (!sentAt) return undefined
  const sentences = text.slice(0, TEXT_MAX).split(SENTENCE_END, SENTENCES_MAX).map(foldWords)
  const asking = sentences.filter((sentence) => says(sentence, relayWords().phrases.answerVerb))
  return firstOf([...asking, ...sentences], (sentence) => {
    const date = namedDate(sentence, sentAt, marketplace)
    const spanMs = date || !hasWord(sentence, 'within') ? undefined : writtenSpanMs(sentence)
    const due = date ?? (spanMs === undefined ? undefined : new Date(sentAt.getTime() + spanMs))
    return due && due > sentAt && due.getTime() - sentAt.getTime() <= AHEAD_MAX_MS ? due : undefined
  })
}

function namedDate(sentence: string, sentAt: Date, marketplace: Marketplace | undefined): Date | undefined {
  const isMonthFirst = MONTH_FIRST.has(marketplace?.language ?? '')
  const dates = writtenDates(sentence, { isMonthFirst, sentAt })
  const last = dates.find(({ start, end }) => {
    const before = sentence.slice(Math.max(0, start - CUE_REACH), start)
    return hasWord(before, 'until') || hasWord(sentence.slice(end, end + CUE_REACH), 'until')
  })
  return last && endOfDay(last.day, marketplace?.timeZone ?? 'UTC')
}

/** Whole words in scripts that part them. */
function hasWord(text: string, name: PhraseName): boolean {
  return relayWords().phrases[name].some((word) => {
    const at = text.indexOf(word)
    return at >= 0 && (isCjk(word) || new RegExp(`(?<!\\p{L})${RegExp.escape(word)}(?!\\p{L})`, 'u').test(text))
  })
}

function isCjk(word: string): boolean {
  return /\p{Script=Han}|\p{Script=Hiragana}/u.test(word)
}

function firstOf<Item, Value>(items: readonly Item[], read: (item: Item) => Value | undefined): Value | undefined {
  for (const item of items) {
    const value = read(item)
    if (value !== undefined) return value
  }
  return undefined
}

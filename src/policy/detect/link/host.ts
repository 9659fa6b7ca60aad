import type { Span } from '../../../model/finding.ts'
import { ALL_LANGUAGES, languageBit } from '../../../model/language.ts'
import { atomSet, isExactly, standsBefore } from '../atom/look-up.ts'
import type { Scan } from '../scan.ts'
import { isPlain } from './chain.ts'
import type { Chain } from './chain.ts'
import { isEnding, isFileType } from './domains.ts'
import { behindGap, hasLetter, isLetterAt, labelStart } from './label.ts'
import { endOfPath } from './url-end.ts'

/** Gives a unit of the folded text as it is written in the original. */
export type Original = (at: number) => string

const TLD = /^[a-z]{2,24}$/u
const WWW = /^www\d?$/u
const EVERYDAY_ENDING = atomSet('everydayEnding')
const EVERYDAY_NAME = atomSet('everydayName')
const HOST_CUE = atomSet('hostCue')
const CUE_REACH = 12
const ENGLISH = languageBit('en')
const SHORT_HOSTS: ReadonlySet<string> = new Set(['x.com', 't.me', 't.co', 't.ly', 'v.gd', 'a.co', 's.id'])

/** A stretch of a chain between two ats: labels `from` to `to`, joined by dots. */
interface Stretch {
  readonly chain: Chain
  readonly from: number
  readonly to: number
}

/** Hosts without a scheme, with the path behind them. Spans are of the folded text. */
export function hostsIn(scan: Scan, chain: Chain, original: Original): readonly Span[] {
  const found: Span[] = []
  let from = 0
  for (let label = 0; label < chain.labels.length; label += 1) {
    const join = chain.joins[label]
    if (join !== undefined && join.kind !== 'at') continue
    const isHandle = from === 0 && chain.lead?.writing === 'sign'
    const span = isHandle ? undefined : hostOf(scan, { chain, from, to: label }, original)
    if (span !== undefined) found.push(span)
    from = label + 1
  }
  return found
}

function hostOf(scan: Scan, stretch: Stretch, original: Original): Span | undefined {
  const { text } = scan.folded
  const { chain, from, to } = stretch
  const first = chain.labels[from]
  if (to === from || first === undefined) return undefined
  const start = labelStart(text, first.start)
  const last = lastLabel(scan, stretch, original)
  const end = chain.labels[last ?? to]?.end ?? first.end
  if (last !== undefined || isAddressWithPath(text, stretch, end)) return { start, end: endOfPath(text, end) }
  return undefined
}

/** The label a host ends with; nothing where the stretch is no host. */
function lastLabel(scan: Scan, stretch: Stretch, original: Original): number | undefined {
  const { text } = scan.folded
  const { chain, from, to } = stretch
  const isWeb = WWW.test(labelAt(text, chain, from)) && to - from > 1
  let last = to
  while (last > from && !(chain.joins[last - 1]?.kind === 'dot' && isEnding(labelAt(text, chain, last)))) last -= 1
  if (isWeb) return last > from + 1 ? last : TLD.test(labelAt(text, chain, to)) ? to : undefined
  if (last === from) return undefined
  return isHost(scan, { chain, from, to: last }, original) ? last : undefined
}

/** Whether labels with a known ending are a host, and not two sentences without a blank between or a word for a dot. */
function isHost(scan: Scan, stretch: Stretch, original: Original): boolean {
  const { text } = scan.folded
  const { chain, from, to } = stretch
  const name = chain.labels[to - 1]
  const ending = chain.labels[to]
  if (name === undefined || ending === undefined || !hasLetter(text, name.start, name.end)) return false
  const written = text.slice(name.start, ending.end)
  if (name.end - name.start < 2) return to - from === 1 && SHORT_HOSTS.has(written)
  const hasPath = endOfPath(text, ending.end) > ending.end
  if (isGluedSentence(original(ending.start), original(name.end - 1))) return false
  if (hasPath) return true
  if (isFileType(text.slice(ending.start, ending.end))) return false
  if (isPlain(chain, from, to)) return to - from > 1 || !isTwoSentences(scan, name, ending)
  if (!isDotted(stretch) && isExactly(scan.atoms, EVERYDAY_NAME, name)) return false
  return !isExactly(scan.atoms, EVERYDAY_ENDING, ending) || !goesOn(text, ending.end) || looksMade(text, name)
}

/** Whether the last dot is a sign and no word. */
function isDotted({ chain, to }: Stretch): boolean {
  return chain.joins[to - 1]?.writing !== 'word'
}

/** `arrived.It was` is a missing blank: the ending begins with a capital though the name before it ends small. */
function isGluedSentence(firstOfEnding: string, lastOfName: string): boolean {
  return firstOfEnding !== firstOfEnding.toLowerCase() && lastOfName === lastOfName.toLowerCase()
}

/** `arrived.it was`: a small word of the text's language with a sentence behind it, and nothing that leads to a host. */
function isTwoSentences(scan: Scan, name: Span, ending: Span): boolean {
  const mask = scan.hint === 0 ? ENGLISH : scan.hint & ALL_LANGUAGES
  if (!isExactly(scan.atoms, EVERYDAY_ENDING, { ...ending, mask }) || !goesOn(scan.folded.text, ending.end))
    return false
  return !looksMade(scan.folded.text, name) && !standsBefore(scan.atoms, HOST_CUE, { at: name.start, reach: CUE_REACH })
}

function goesOn(text: string, end: number): boolean {
  const next = behindGap(text, end)
  return next > end && isLetterAt(text, next)
}

/** A dash or digit inside: a name that somebody made up. */
function looksMade(text: string, { start, end }: Span): boolean {
  return /[-\d]/u.test(text.slice(start + 1, end))
}

/** `192.0.2.7/login` or `192.0.2.7:8080`: four numbers alone may be a version. */
function isAddressWithPath(text: string, { chain, from, to }: Stretch, end: number): boolean {
  if (to - from !== 3 || !isPlain(chain, from, to) || endOfPath(text, end) === end) return false
  for (let label = from; label <= to; label += 1) {
    const number = labelAt(text, chain, label)
    if (!/^\d{1,3}$/u.test(number) || Number(number) > 255) return false
  }
  return true
}

function labelAt(text: string, chain: Chain, label: number): string {
  const span = chain.labels[label]
  return span === undefined ? '' : text.slice(span.start, span.end)
}

import { isBlankAt } from './label.ts'

const IN_URL = 1
const TRAILING = 2

const CLASSES = new Uint8Array(0x10000)
for (const unit of "!#$%&'()*+,-./:;=?@[]_~|abcdefghijklmnopqrstuvwxyz0123456789\\")
  CLASSES[unit.charCodeAt(0)] = IN_URL
for (const unit of ".,;:!?)]'*") CLASSES[unit.charCodeAt(0)] = TRAILING

/** Longer links are cut; it bounds the work at each start. */
const MAX_URL = 2_000

/** Behind the link that begins at a position, without the punctuation of the sentence around it. */
export function endOfUrl(text: string, start: number): number {
  const stop = Math.min(text.length, start + MAX_URL)
  let end = start
  while (end < stop && CLASSES[text.charCodeAt(end)] !== 0) end += 1
  while (end > start && CLASSES[text.charCodeAt(end - 1)] === TRAILING) end -= 1
  return end
}

/** Behind the port, path and query that follow a host; where the host ends if none do. */
export function endOfPath(text: string, hostEnd: number): number {
  const opener = text.charAt(hostEnd)
  const next = text.charCodeAt(hostEnd + 1)
  if (opener === '/' && (Number.isNaN(next) || isBlankAt(text, hostEnd + 1))) return hostEnd + 1
  if (opener === ':') return next >= 48 && next <= 57 ? endOfUrl(text, hostEnd) : hostEnd
  return (opener === '/' || opener === '?' || opener === '#') && CLASSES[next] === IN_URL
    ? endOfUrl(text, hostEnd)
    : hostEnd
}

import type { Span } from '../../../model/finding.ts'
import type { Detection } from '../detection.ts'
import { unfold } from '../fold/fold.ts'
import type { Scan } from '../scan.ts'
import { announcedHandles } from './announced-handle.ts'
import { chainsOf } from './chain.ts'
import type { Chain } from './chain.ts'
import { emailsIn, quotedEmail } from './email.ts'
import { findSigns } from './find-signs.ts'
import { handleIn } from './handle.ts'
import { hostsIn } from './host.ts'
import type { Original } from './host.ts'
import { spelledAround } from './spelled.ts'
import { holdsPassword, looseHosts, schemeUrls } from './url.ts'
import type { SchemeUrl } from './url.ts'

/** E-mail addresses, links and handles: whatever is made of labels and signs. Spans are of the folded text. */
export function findLinks(scan: Scan): readonly Detection[] {
  const { text } = scan.folded
  const { joins, schemes } = findSigns(text, scan.atoms)
  const urls = schemeUrls(text, schemes)
  const found: Detection[] = urls.map((url) => ({
    kind: holdsPassword(text, url) ? 'CREDENTIAL' : 'URL',
    start: url.start,
    end: url.end,
  }))
  const original: Original = (at) => {
    const { start, end } = unfold(scan.folded, { start: at, end: at + 1 })
    return scan.original.slice(start, end)
  }
  let behind = 0
  for (const sign of joins) {
    if (sign.start < behind) continue
    const run = spelledAround(text, sign, original)
    if (run === undefined) continue
    behind = run.end
    if (run.value !== undefined) found.push(run.value)
  }
  for (const chain of chainsOf(text, joins)) readChain(scan, chain, { urls, original, found })
  add(found, 'URL', looseHosts(text, scan.atoms))
  add(found, 'HANDLE', announcedHandles(scan))
  return found
}

interface Reading {
  readonly urls: readonly SchemeUrl[]
  readonly original: Original
  readonly found: Detection[]
}

/** A chain is an address, else a handle, else perhaps a host. */
function readChain(scan: Scan, chain: Chain, { urls, original, found }: Reading): void {
  const emails = [...emailsIn(scan, chain), ...quotedEmail(scan.folded.text, chain)].filter(
    ({ start }) => !isUserOf(urls, start),
  )
  add(found, 'EMAIL', emails)
  if (emails.length > 0) return
  const handle = handleIn(scan, chain)
  if (handle !== undefined && !isInside(urls, handle.start)) found.push({ kind: 'HANDLE', ...handle })
  else add(found, 'URL', hostsIn(scan, chain, original))
}

function add(found: Detection[], kind: Detection['kind'], spans: readonly Span[]): void {
  for (const { start, end } of spans) found.push({ kind, start, end })
}

/** `https://amazon.com@example.com`: what looks like an address is the name before a link's host. */
function isUserOf(urls: readonly SchemeUrl[], at: number): boolean {
  return urlAt(urls, at)?.authority === at
}

function isInside(urls: readonly SchemeUrl[], at: number): boolean {
  return urlAt(urls, at) !== undefined
}

/** The link that covers a position, by halving: hostile texts have thousands of links. */
function urlAt(urls: readonly SchemeUrl[], at: number): SchemeUrl | undefined {
  let low = 0
  let high = urls.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((urls[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const url = urls[low]
  return url !== undefined && url.start <= at ? url : undefined
}

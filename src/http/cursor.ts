import { Fault } from '../base/fault.ts'
import { type AnyId, parseId } from '../model/ids.ts'

/** Where a page of a list ended: the instant it is sorted by, and the id. */
export interface PageEnd<Noun extends AnyId> {
  readonly at: Date
  readonly id: Noun
}

/** A page's end as an opaque word for the address bar. */
export function cursorText<Noun extends AnyId>(end: PageEnd<Noun>): string {
  return Buffer.from(`${end.at.getTime()}.${end.id}`).toString('base64url')
}

/** Reads a cursor that `cursorText` wrote; a Fault 'request.invalid' for anything else. */
export function parseCursor<Noun extends AnyId>(text: string): PageEnd<Noun> {
  const [at = '', word = ''] = Buffer.from(text, 'base64url').toString('latin1').split('.')
  const id = parseId<Noun>(word)
  const ms = /^\d{1,15}$/u.test(at) ? Number(at) : Number.NaN
  if (id === undefined || !Number.isSafeInteger(ms)) {
    throw new Fault('request.invalid', { detail: 'after: not a cursor of this list' })
  }
  return { at: new Date(ms), id }
}

import { concat, fromUtf8, hex, utf8 } from '../base/bytes.ts'
import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import type { OwnText, SafeText } from '../model/text.ts'
import { type Key, open, seal } from './aead.ts'
import { sha256 } from './derive.ts'
import type { Place } from './place.ts'

/** Ciphertext of texts that were safe or our own; the only form in which `store/` takes a text. */
export type SealedText = Uint8Array & { readonly __sealed: 'text' }

/** A sealed text and what the evidence log says of it: `pc` commits to the salted text, `cc` to the ciphertext. */
export interface SealedBody {
  readonly sealed: SealedText
  readonly pc: string
  readonly cc: string
}

/** Others' words as they are sealed. */
export interface SafeBody {
  readonly text: SafeText
  /** Message-ID of the mail as it came. It is others' text too, so it is never stored in the clear. */
  readonly mailId?: string | undefined
}

const SALT_BYTES = 32
/** Big-endian length of the Message-ID. */
const LENGTH_BYTES = 2
const SAFE = 1
const OWN = 2

/** Seals others' redacted text: a mark, a fresh salt, the Message-ID behind its length, the text. */
export function sealSafeBody(key: Key, place: Place, body: SafeBody, random: Random): SealedBody {
  return sealBody(SAFE, key, { place, text: body.text, mailId: body.mailId ?? '', random })
}

/** Seals our people's text. */
export function sealOwnBody(key: Key, place: Place, text: OwnText, random: Random): SealedBody {
  return sealBody(OWN, key, { place, text, mailId: '', random })
}

export function openSafeBody(key: Key, place: Place, sealed: Uint8Array): SafeText {
  return openBody(SAFE, key, place, sealed) as SafeText // proof: the authenticated mark says it was sealed as SafeText
}

export function openOwnBody(key: Key, place: Place, sealed: Uint8Array): OwnText {
  return openBody(OWN, key, place, sealed) as OwnText // proof: the authenticated mark says it was sealed as OwnText
}

/** Opens a body of either kind, for showing it. */
export function openAnyBody(key: Key, place: Place, sealed: Uint8Array): SafeText | OwnText {
  return parts(open(key, place, sealed)).text as SafeText | OwnText // proof: only the two functions above seal bodies
}

/** The Message-ID that was sealed with a body, or nothing. */
export function openMailId(key: Key, place: Place, sealed: Uint8Array): string | undefined {
  const { mailId } = parts(open(key, place, sealed))
  return mailId === '' ? undefined : mailId
}

function sealBody(
  mark: number,
  key: Key,
  content: { readonly place: Place; readonly text: string; readonly mailId: string; readonly random: Random },
): SealedBody {
  const salt = content.random.bytes(SALT_BYTES)
  const text = utf8(content.text)
  const mailId = utf8(content.mailId)
  const length = Uint8Array.of(mailId.length >> 8, mailId.length & 0xff)
  const sealed = seal(key, content.place, concat(Uint8Array.of(mark), salt, length, mailId, text), content.random)
  return {
    sealed: sealed as SealedText, // proof: made of SafeText or OwnText by the two functions above
    pc: sha256(concat(salt, text)),
    cc: sha256(sealed),
  }
}

function openBody(mark: number, key: Key, place: Place, sealed: Uint8Array): string {
  const plain = open(key, place, sealed)
  if (plain[0] !== mark)
    throw new Fault('seal.open-failed', { detail: `${place.table} mark ${hex(plain.subarray(0, 1))}` })
  return parts(plain).text
}

function parts(plain: Uint8Array): { readonly mailId: string; readonly text: string } {
  const at = 1 + SALT_BYTES
  const from = at + LENGTH_BYTES
  const to = from + ((plain[at] ?? 0) << 8) + (plain[at + 1] ?? 0)
  return { mailId: fromUtf8(plain.subarray(from, to)), text: fromUtf8(plain.subarray(to)) }
}

import { rawText } from '../../model/text.ts'
import type { ParsedAttachment } from '../parsed-mail.ts'
import { type FileKind, kindOfContent, kindOfName } from './file-kind.ts'
import { fileName } from './file-name.ts'

/** How many attachments of a mail keep their names. */
export const NAMED_ATTACHMENTS = 100

/** A part as the parser gives it. */
export interface FilePart {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** Kinds that run, or that may hold what runs. */
const RISKY: ReadonlySet<FileKind> = new Set(['program', 'script', 'html', 'svg', 'archive', 'disk-image', 'shortcut'])

/** Office files that may hold macros by their format: the old binary ones and those with an m. */
const MACRO_NAME = /\.(?:do[ct]|xl[st]|pp[st]|pot|rtf|xlsb|xll|(?:do[ct]|xl[st]|pp[st]|pot|xla|ppa)m)[\s.]*$/iu
const MACRO_TYPE = /macroenabled|msword|ms-excel$|ms-powerpoint$|rtf/u

/** Declared types of the kinds that are told from their content. */
const DECLARED: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^image\/(?:jpeg|jpg|pjpeg)$/u, 'jpeg'],
  [/^image\/png$/u, 'png'],
  [/^image\/gif$/u, 'gif'],
  [/^image\/webp$/u, 'webp'],
  [/^image\/(?:hei[cf]|avif)(?:-sequence)?$/u, 'heic'],
  [/^image\/svg/u, 'svg'],
  [/^video\/(?:mp4|quicktime|3gpp)$/u, 'mp4'],
  [/^application\/pdf$/u, 'pdf'],
  [/officedocument|opendocument|msword|ms-excel|ms-powerpoint|rtf/u, 'office'],
  [/^application\/(?:x-)?(?:zip|zip-compressed|rar|7z-compressed|gzip|tar)|ms-tnef/u, 'archive'],
  [/^(?:text\/html|application\/xhtml\+xml)$/u, 'html'],
  [/javascript|ecmascript|x-sh$|hta$/u, 'script'],
  [/msdownload|x-dosexec|x-executable|x-msdos-program/u, 'program'],
  [/^message\//u, 'mail'],
  [/^(?:text\/calendar|application\/ics)$/u, 'calendar'],
  [/^text\//u, 'text'],
]

/** A part as the desk lists it. Its name is dropped when it is not one of the first hundred. */
export function attachment(part: FilePart, at: number): ParsedAttachment {
  const name = at < NAMED_ATTACHMENTS ? fileName(part.name) : ''
  const kinds = [kindOfContent(part.content), kindOfName(part.name), declaredKind(part.type)] as const
  return {
    name: rawText(name),
    type: part.type,
    kind: kindOf(kinds),
    isRisky: isRisky(part, kinds),
    sizeBytes: part.content.length,
    content: part.content,
  }
}

type Kinds = readonly [content: FileKind | undefined, name: FileKind | undefined, declared: FileKind | undefined]

/** The content knows best; a zip is what its name makes of it, since office files are zips. */
function kindOf([content, name, declared]: Kinds): FileKind {
  if (content === 'archive' && (name ?? declared) === 'office') return 'office'
  return content ?? name ?? declared ?? 'other'
}

function isRisky(part: FilePart, kinds: Kinds): boolean {
  if (kinds.some((kind) => kind !== undefined && RISKY.has(kind) && !isOfficeZip(kind, kinds))) return true
  if (MACRO_NAME.test(part.name) || MACRO_TYPE.test(part.type) || hidesEnding(part.name)) return true
  // By its content alone only the old formats are office files; each of them may hold macros.
  return kinds[0] === 'office' || disagree(kinds)
}

function isOfficeZip(kind: FileKind, [, name, declared]: Kinds): boolean {
  return kind === 'archive' && name === 'office' && (declared === 'office' || declared === undefined)
}

/** A picture, a video or a document that is said to be one and is another, or whose content is none of its kind. */
function disagree([content, name, declared]: Kinds): boolean {
  const said = [name, declared].filter((kind) => kind !== undefined)
  if (content === undefined) return said.some((kind) => TOLD_BY_CONTENT.has(kind))
  if (content === 'archive') return said.some((kind) => kind !== 'office' && kind !== 'archive')
  return said.some((kind) => kind !== content)
}

const TOLD_BY_CONTENT: ReadonlySet<FileKind> = new Set(['jpeg', 'png', 'gif', 'webp', 'heic', 'mp4', 'pdf', 'office'])

/** Writing from right to left in a name puts its ending where nobody looks for it. */
function hidesEnding(name: string): boolean {
  return /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)
}

function declaredKind(type: string): FileKind | undefined {
  return DECLARED.find(([pattern]) => pattern.test(type))?.[1]
}

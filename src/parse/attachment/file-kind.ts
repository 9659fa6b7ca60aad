/** What a file is, as far as a desk must tell it. `program` runs by itself, `script` in an interpreter. */
export type FileKind =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'mp4'
  | 'pdf'
  | 'office'
  | 'archive'
  | 'disk-image'
  | 'shortcut'
  | 'program'
  | 'script'
  | 'html'
  | 'svg'
  | 'mail'
  | 'calendar'
  | 'text'
  | 'other'

/** How many bytes of a file are looked at. */
const HEAD_BYTES = 1_024

/** Beginnings of files, in latin1; the first that fits counts. */
const BEGINNINGS: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^\xff\xd8\xff/u, 'jpeg'],
  [/^\x89PNG\r\n\x1a\n/u, 'png'],
  [/^GIF8[79]a/u, 'gif'],
  [/^RIFF[^]{4}WEBP/u, 'webp'],
  [/^[^]{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avi[fs])/u, 'heic'],
  [/^[^]{4}ftyp/u, 'mp4'],
  [/^[^]{0,64}%PDF-/u, 'pdf'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/u, 'archive'],
  [/^Rar!\x1a\x07|^7z\xbc\xaf\x27\x1c|^\x1f\x8b|^BZh|^\xfd7zXZ\x00|^MSCF|^x\x9f\x3e\x22|^\x28\xb5\x2f\xfd/u, 'archive'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|^\{\\rtf/u, 'office'],
  [/^L\x00\x00\x00\x01\x14\x02\x00/u, 'shortcut'],
  [/^MZ|^\x7fELF|^[\xce\xcf]\xfa\xed\xfe|^\xfe\xed\xfa[\xce\xcf]|^\xca\xfe\xba\xbe|^\x00asm|^dex\n/u, 'program'],
  [/^#!/u, 'script'],
]

/** What a text begins with, behind a byte order mark and blanks. */
const TEXT_BEGINNINGS: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/<svg[\s>]/iu, 'svg'],
  [
    /^(?:<!--|<!doctype\s+html|<\?xml[^>]{0,100}>\s*<(?:!doctype\s+)?html)|<(?:html|head|body|script|iframe|meta)[\s>]/iu,
    'html',
  ],
  [/^<job[\s>]|^<package[\s>]|^<scriptlet[\s>]/iu, 'script'],
  [/^BEGIN:VCALENDAR/iu, 'calendar'],
]

const ENDINGS: Readonly<Record<string, FileKind>> = {
  ...namesOf('jpeg', 'jpg jpeg jpe jfif'),
  ...namesOf('png', 'png'),
  ...namesOf('gif', 'gif'),
  ...namesOf('webp', 'webp'),
  ...namesOf('heic', 'heic heif avif'),
  ...namesOf('mp4', 'mp4 m4v mov 3gp'),
  ...namesOf('pdf', 'pdf'),
  ...namesOf(
    'office',
    'doc docx xls xlsx ppt pptx odt ods odp rtf docm xlsm pptm dotm xltm xlam potm ppsm xlsb dot xlt pps',
  ),
  ...namesOf('archive', 'zip rar 7z gz tgz bz2 xz tar cab arj lzh ace z zst dat'),
  ...namesOf('disk-image', 'iso img vhd vhdx udf dmg'),
  ...namesOf('shortcut', 'lnk url scf desktop webloc library-ms search-ms settingcontent-ms appref-ms'),
  ...namesOf('program', 'exe com scr pif cpl dll msi msix appx msp jar apk app bin run elf sys ocx xll deb rpm pkg'),
  ...namesOf(
    'script',
    'bat cmd ps1 psm1 vb vbs vbe js jse mjs ws wsf wsc wsh hta sh bash py pl php rb reg inf sct chm hlp application',
  ),
  ...namesOf('html', 'htm html xhtml xht shtml mht mhtml'),
  ...namesOf('svg', 'svg svgz'),
  ...namesOf('mail', 'eml msg'),
  ...namesOf('calendar', 'ics vcs'),
  ...namesOf('text', 'txt csv tsv log'),
}

function namesOf(kind: FileKind, endings: string): Record<string, FileKind> {
  return Object.fromEntries(endings.split(' ').map((ending) => [ending, kind]))
}

/** What a file is by its first bytes, or nothing when they tell nothing. Never throws. */
export function kindOfContent(content: Uint8Array): FileKind | undefined {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, HEAD_BYTES)).toString('latin1')
  const found = BEGINNINGS.find(([pattern]) => pattern.test(head))
  if (found) return found[1]
  // Zeros between the letters are UTF-16, in which markup works as well.
  const text = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/u, '')
    .replaceAll('\0', '')
    .trimStart()
  return TEXT_BEGINNINGS.find(([pattern]) => pattern.test(text))?.[1]
}

/** What the ending of a name says, or nothing for one it does not know. Trailing dots and blanks hide no ending. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = /\.([a-z0-9-]{1,20})[\s.]*$/u.exec(name.toLowerCase())?.[1]
  return ending !== undefined && Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined
}

/** How people call the kinds of file the desk tells apart. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['jpeg', 'photo'],
  ['png', 'picture'],
  ['gif', 'picture'],
  ['webp', 'picture'],
  ['heic', 'photo'],
  ['svg', 'drawing with code'],
  ['mp4', 'video'],
  ['pdf', 'PDF'],
  ['office', 'office document'],
  ['archive', 'archive'],
  ['html', 'web page'],
  ['script', 'script'],
  ['program', 'program'],
  ['disk-image', 'disk image'],
  ['shortcut', 'shortcut'],
  ['mail', 'mail'],
  ['calendar', 'calendar entry'],
  ['text', 'text'],
  ['other', 'file of an unknown kind'],
])

/** The kind of a file in words. A kind of a newer desk is shown as it is. */
export function kindWords(kind: string): string {
  return WORDS.get(kind) ?? kind
}

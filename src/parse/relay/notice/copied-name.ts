import { foldWords, relayWords } from '../../../policy/pack/relay-words.ts'

/** The longest name and the longest subject that are looked at. */
const NAME_MAX = 100
const SUBJECT_MAX = 300

/**
 * The buyer's name in the subject of a copy, such as "Your e-mail to <name>". In a language without known words it is
 * the end of the subject that the preamble repeats, from its first capital letter on.
 */
export function copiedName(subject: string, preamble: string): string | undefined {
  const short = subject.slice(0, SUBJECT_MAX)
  return byPhrase(short) ?? byRepetition(short, preamble)
}

/** The words around the name are compared folded, the name is given as it stands. */
function byPhrase(subject: string): string | undefined {
  for (const phrase of relayWords().phrases.copySubject) {
    const [before = '', after = ''] = phrase.split('…')
    const name = nameBetween(subject, before.trim(), after.trim())
    if (name !== undefined) return name
  }
  return undefined
}

function nameBetween(subject: string, before: string, after: string): string | undefined {
  const words = subject.split(' ')
  const head = before === '' ? 0 : words.findIndex((_, count) => foldWords(words.slice(0, count).join(' ')) === before)
  if (head < 0) return undefined
  const rest = words.slice(head).join(' ')
  const end = after === '' ? rest.length : endBefore(rest, after)
  const name = rest.slice(0, end).trim()
  return end < 0 || name === '' || name.length > NAME_MAX ? undefined : name
}

/** Where the shortest end of a text begins that says the words, or -1. */
function endBefore(text: string, words: string): number {
  for (let at = text.length - 1; at > 0; at -= 1) {
    if (foldWords(text.slice(at)).trim() === words) return at
  }
  return -1
}

function byRepetition(subject: string, preamble: string): string | undefined {
  const words = subject.split(' ')
  const start = words.findIndex((_, index) => preamble.includes(words.slice(index).join(' ')))
  if (start < 0) return undefined
  const repeated = words.slice(start)
  const name = repeated.slice(repeated.findIndex((word) => /^\p{Lu}/u.test(word))).join(' ')
  return /^\p{Lu}/u.test(name) && name.length <= NAME_MAX ? name : undefined
}

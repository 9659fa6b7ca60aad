import { diceOf } from './dice.ts'
import type { Dice } from './dice.ts'
import type { Entity, Labelled } from './labelled.ts'
import { hide, tricksFor } from './obfuscate.ts'
import { Tally } from './tally.ts'
import { makeValue } from './values.ts'

const SECTION = /^([=+-]) (\S+)(?: (.*))?$/
const TRICK = /^\[([^\]]+)\]\s+/
const SLOT = /\{([A-Za-z_]+)(?::([^}=]+))?(?:=([^}]+))?\}/g

/**
 * Reads a draft. `= LANG` names the language, `+ TOPIC/LABEL why` begins sentences with that label (`values` for those
 * with slots), `- TOPIC why` sentences that must pass. A slot `{EMAIL}` becomes an invented value, hidden by a trick in
 * turn or by the one that `{EMAIL:trick}` names; `{BANK=...}` keeps its words; lower-case slots are the trade's numbers.
 * `[leetspeak] text` names an obfuscation written by hand, `\n` a line break. Numbers go on behind those of `known`, and
 * each sentence goes to the half that has fewer of its kind.
 */
export function readDraft(draft: string, known: readonly Labelled[]): readonly Labelled[] {
  const tally = new Tally(known)
  const made: Labelled[] = []
  let lang = ''
  let section: Section = { topic: '', label: undefined, why: '' }
  for (const line of draft.split('\n')) {
    if (line.trim() === '') continue
    const head = SECTION.exec(line)
    if (head?.[1] === '=') lang = head[2] ?? ''
    else if (head) section = sectionOf(head)
    else made.push(labelled(line, { lang, section, tally }))
  }
  return made
}

interface Section {
  readonly topic: string
  readonly label: string | undefined
  readonly why: string
}

function sectionOf([, mark, name = '', why = '']: RegExpExecArray): Section {
  const [topic = '', label] = name.split('/')
  return { topic, label: mark === '-' ? 'clean' : label, why }
}

interface Place {
  readonly lang: string
  readonly section: Section
  readonly tally: Tally
}

function labelled(line: string, { lang, section, tally }: Place): Labelled {
  const { topic, label, why } = section
  const id = tally.nextId(lang, topic)
  const set = tally.smallerHalf(lang, label ?? topic)
  const trick = TRICK.exec(line)
  const filled = fillSlots(line.replace(TRICK, '').replaceAll('\\n', '\n'), { lang, dice: diceOf(id), tally })
  const obfuscation = trick?.[1] ?? filled.obfuscation
  const { text, entities } = filled
  const kind = label === undefined ? { entities } : { label, ...(label === 'clean' ? { entities: [] } : {}) }
  return { id, lang, text, ...kind, why, obfuscation, set }
}

interface Filling {
  readonly lang: string
  readonly dice: Dice
  readonly tally: Tally
}

function fillSlots(
  line: string,
  { lang, dice, tally }: Filling,
): Pick<Labelled, 'text' | 'obfuscation'> & {
  readonly entities: readonly Entity[]
} {
  const entities: Entity[] = []
  let obfuscation = 'plain'
  let text = ''
  let behind = 0
  for (const match of line.matchAll(SLOT)) {
    const [slot, type = '', asked, literal] = match
    text += line.slice(behind, match.index)
    behind = match.index + slot.length
    const made = literal ?? makeValue(type, lang, dice) ?? slot
    const trick = asked ?? (literal === undefined && type === type.toUpperCase() ? nextTrick(type, tally) : 'plain')
    const value = trick === 'plain' ? made : hide(made, { type, trick, lang })
    if (trick !== 'plain') obfuscation = trick
    if (type === type.toUpperCase()) entities.push({ start: text.length, end: text.length + value.length, type })
    text += value
  }
  return { text: text + line.slice(behind), entities, obfuscation }
}

/** Two of three values are hidden, each time in another way. */
function nextTrick(type: string, tally: Tally): string {
  const now = tally.turn(type)
  const tricks = tricksFor(type)
  if (now % 3 === 0 || tricks.length === 0) return 'plain'
  return tricks[(now - Math.ceil(now / 3)) % tricks.length] ?? 'plain'
}

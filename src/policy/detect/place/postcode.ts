import { GAP } from './token.ts'
import type { Token } from './token.ts'

/** How much a shape tells: `sure` ones mean a postcode wherever they stand, `digits` need a town, `short` a reason more. */
export type PostcodeShape = 'sure' | 'digits' | 'short'

/** A postcode among the words: its shape and of how many words it is made. */
export interface Postcode {
  readonly shape: PostcodeShape
  readonly words: number
}

/** Shapes in one word: 9 stands for a digit, a for a letter. */
const SINGLE: ReadonlyMap<string, PostcodeShape> = new Map([
  ...shapes('digits', '99999 99999-9999 99999-999 99-999 9999-999 a-99999 a-9999 aa-9999 aa-99999 aa-999'),
  ...shapes('short', '9999 999999'),
  ...shapes('sure', '9999aa a99aa aa99aa aa999aa aa9a9aa a9a9aa a999aa a9a9a9'),
])

/** Shapes in two words: Britain (a letter more or less, as people mistype them), Canada, the Netherlands, Ireland, Sweden, India. */
const PAIRS: ReadonlyMap<string, PostcodeShape> = new Map([
  ...shapes('sure', 'a9_9aa a99_9aa aa9_9aa aa99_9aa a9a_9aa aa9a_9aa a99_99a aa9_99a aa99_99a a9a_9a9 9999_aa'),
  ...shapes('digits', '999_99 999_999 aa-999_99 a-999_99'),
])

/** Ireland's routing key; what follows is any four letters and digits. */
const ROUTING_KEYS: ReadonlySet<string> = new Set(['a99', 'a9a'])
const IDENTIFIER_LENGTH = 4

/** The postcode that begins with a word, if one does. */
export function postcodeAt(tokens: readonly Token[], index: number): Postcode | undefined {
  const token = tokens[index]
  if (token === undefined || token.role === 'stop') return undefined
  const first = shapeOf(token.text)
  const pair = pairAt(tokens, index, first)
  if (pair !== undefined) return pair
  const shape = SINGLE.get(first)
  return shape === undefined ? undefined : { shape, words: 1 }
}

/** A postcode of two words; of three where a line end cuts the second. */
function pairAt(tokens: readonly Token[], index: number, first: string): Postcode | undefined {
  const next = tokens[index + 1]
  if (next === undefined || (next.gap !== GAP.blank && next.gap !== GAP.line) || next.role === 'stop') return undefined
  const second = shapeOf(next.text)
  const pair = PAIRS.get(`${first}_${second}`)
  if (pair !== undefined && (second !== 'aa' || next.isCapital)) return { shape: pair, words: 2 }
  const cut = tokens[index + 2]
  const isCut = cut?.gap === GAP.line && PAIRS.get(`${first}_${second}${shapeOf(cut.text)}`) === 'sure'
  if (isCut) return { shape: 'sure', words: 3 }
  const isIrish = ROUTING_KEYS.has(first) && tokens[index]?.isCapital === true && isIdentifier(next, second)
  return isIrish ? { shape: 'sure', words: 2 } : undefined
}

function isIdentifier({ text, isCapital, role }: Token, shape: string): boolean {
  return text.length === IDENTIFIER_LENGTH && shape !== '9999' && (isCapital || role === 'number')
}

/** Whether a word is only four digits that could be a year. */
export function couldBeYear(text: string): boolean {
  return text.length === 4 && (text.startsWith('19') || text.startsWith('20'))
}

/** A line end inside a postcode does not count. */
function shapeOf(text: string): string {
  let shape = ''
  for (let at = 0; at < text.length && shape.length <= IDENTIFIER_LENGTH * 3; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 48 && unit <= 57) shape += '9'
    else if (unit >= 97 && unit <= 122) shape += 'a'
    else if (unit === 45) shape += '-'
    else if (unit !== 10) return ''
  }
  return shape
}

function shapes(shape: PostcodeShape, written: string): readonly (readonly [string, PostcodeShape])[] {
  return written.split(' ').map((sign) => [sign, shape])
}

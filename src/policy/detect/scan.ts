import { languageBit } from '../../model/language.ts'
import lexicon from '../pack/compiled-lexicon.json' with { type: 'json' }
import { findAtoms } from './atom/find-atoms.ts'
import type { AtomHits } from './atom/find-atoms.ts'
import { trieOf } from './atom/growing.ts'
import type { Trie } from './atom/trie.ts'
import { foldText } from './fold/fold.ts'
import type { FoldedText } from './fold/fold.ts'
import { Cues } from './number/cues.ts'
import type { Numerals } from './number/numeral/numerals.ts'
import { readNumerals } from './number/numeral/read-numerals.ts'
import { shieldTradeIds } from './number/trade/shield.ts'

/** A text read once, as every detector takes it. Positions in `atoms` and `shield` are of the folded text. */
export interface Scan {
  readonly original: string
  readonly folded: FoldedText
  readonly atoms: AtomHits
  /** What stands for numbers, and the words that say what they are. */
  readonly numerals: Numerals
  readonly cues: Cues
  /** 1 for each unit that belongs to a number of the trade. */
  readonly shield: Uint8Array
  /** Bit of the language that the caller says the text is in; 0 if it does not say. */
  readonly hint: number
}

let trie: Trie | undefined

/** Folds a text, finds the atoms and shields the trade's ids. `lang` is BCP 47. Never throws; linear. */
export function scan(text: string, lang?: string): Scan {
  trie ??= trieOf(lexicon)
  const folded = foldText(text)
  const atoms = findAtoms(folded.text, trie)
  const numerals = readNumerals(folded.text)
  const cues = new Cues(atoms)
  return {
    original: text,
    folded,
    atoms,
    numerals,
    cues,
    shield: shieldTradeIds(folded.text, numerals, cues),
    hint: languageBit(lang),
  }
}

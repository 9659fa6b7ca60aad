import { languageBit } from '../../model/language.ts'
import lexicon from '../pack/compiled-lexicon.json' with { type: 'json' }
import { findAtoms } from './atom/find-atoms.ts'
import type { AtomHits } from './atom/find-atoms.ts'
import { trieOf } from './atom/trie.ts'
import type { Trie } from './atom/trie.ts'
import { foldText } from './fold/fold.ts'
import type { FoldedText } from './fold/fold.ts'
import { shieldTradeIds } from './number/trade-ids.ts'

/** A text read once, as every detector takes it. Positions in `atoms` and `shield` are of the folded text. */
export interface Scan {
  readonly original: string
  readonly folded: FoldedText
  readonly atoms: AtomHits
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
  return {
    original: text,
    folded,
    atoms: findAtoms(folded.text, trie),
    shield: shieldTradeIds(folded.text),
    hint: languageBit(lang),
  }
}

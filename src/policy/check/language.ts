import { languageEvidence } from '../detect/language/evidence.ts'
import type { LanguageGuess } from '../detect/language/evidence.ts'
import { scan } from '../detect/scan.ts'

export type { LanguageGuess }

const MAX_READ = 4_000

/** Guesses by small words and script from the first 4,000 characters. Good enough to choose a sentence, no more. */
export function guessLanguage(text: string): LanguageGuess {
  return languageEvidence(scan(text.slice(0, MAX_READ))).guess
}

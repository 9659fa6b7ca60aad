/** Longest stretch that `…` of a phrase may stand for, in characters. */
const GAP = 120
const SENTENCE_END = /[!?。！？؟]|\.\s/u

/**
 * Where the first of some phrases begins in a text, or -1. Text and phrases come from `foldWords`; `…` in a phrase
 * stands for some words of the same sentence.
 */
export function phraseStart(text: string, phrases: readonly string[]): number {
  let first = -1
  for (const phrase of phrases) {
    const at = startOf(
      text,
      phrase.split('…').map((part) => part.trim()),
    )
    if (at >= 0 && (first < 0 || at < first)) first = at
  }
  return first
}

/** Whether a text says one of some phrases; both as `foldWords` gives them. */
export function says(text: string, phrases: readonly string[]): boolean {
  return phraseStart(text, phrases) >= 0
}

function startOf(text: string, [head = '', ...rest]: readonly string[]): number {
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    if (continues(text, at + head.length, rest)) return at
  }
  return -1
}

function continues(text: string, from: number, parts: readonly string[]): boolean {
  let end = from
  for (const part of parts) {
    const gap = text.slice(end, end + GAP + part.length).indexOf(part)
    if (gap < 0 || SENTENCE_END.test(text.slice(end, end + gap))) return false
    end += gap + part.length
  }
  return true
}

/** A text being tried, and what it was before each fix. */
export interface Trial {
  readonly text: string
  readonly past: readonly string[]
}

/** How many fixes can be taken back. */
const PAST_LENGTH = 50

export const EMPTY_TRIAL: Trial = { text: '', past: [] }

/** What a person typed; the browser takes back typing itself. */
export function typed(trial: Trial, text: string): Trial {
  return { ...trial, text }
}

/** What a fix made of the text; can be taken back. */
export function fixed(trial: Trial, text: string): Trial {
  if (text === trial.text) return trial
  return { text, past: [...trial.past, trial.text].slice(-PAST_LENGTH) }
}

/** The text as it was before the last fix. */
export function takenBack(trial: Trial): Trial {
  const before = trial.past.at(-1)
  return before === undefined ? trial : { text: before, past: trial.past.slice(0, -1) }
}

/** Where a value stands in a labelled text. Offsets are UTF-16 units. */
export interface Entity {
  readonly start: number
  readonly end: number
  readonly type: string
}

/** `open` is for looking at, `held` for measuring only. */
export type Half = 'open' | 'held'

/** A line of the corpus. `label` is what a message does, or `clean`; `entities` are the values in it. */
export interface Labelled {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly label?: string
  readonly entities?: readonly Entity[]
  readonly why: string
  /** How the text hides what it says; `plain` if it does not. */
  readonly obfuscation: string
  readonly set: Half
}

/** The topic of a line, which is the file it stands in: the middle of its id. */
export function topicOf({ id }: Pick<Labelled, 'id'>): string {
  return id.slice(3, -4)
}

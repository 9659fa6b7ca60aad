/** How sure a rule's source is: an Amazon page, a vendor's summary of one, or nobody's word yet. */
export type Grade = 'official' | 'vendor' | 'unconfirmed'

/** Where a rule or a number comes from, as people see it. `read` is a date, YYYY-MM-DD. */
export interface Source {
  readonly key: string
  readonly title: string
  readonly read: string
  readonly grade: Grade
}

/** `never`: nobody may send it. `by-two`: one asks, another approves. `advice`: a hint. */
export type RuleForce = 'never' | 'by-two' | 'advice'

/** Half-open range of UTF-16 units in the original text, on character borders. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Replaces the range, always whole sentences, by `text` (empty: deletes them). `label` is the button's word. */
export interface Fix {
  readonly label: string
  readonly span: Span
  readonly text: string
}

/** What a rule found in an outgoing text. It never repeats the value it found. */
export interface Finding {
  readonly rule: string
  readonly title: string
  readonly force: RuleForce
  readonly span: Span
  readonly reason: string
  readonly source: Source
  readonly fix: Fix | undefined
}

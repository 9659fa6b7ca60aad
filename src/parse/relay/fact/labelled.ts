import { foldWords } from '../../../policy/pack/relay-words.ts'

/** A line of a list that says something of what it names. */
export interface Labelled {
  /** As `foldWords` gives it. */
  readonly label: string
  readonly value: string
  readonly line: string
}

const LABELLED = /^[^\S\n]{0,20}[*•-]?[^\S\n]{0,20}([^:：\n]{2,60}?) ?[#＃№]?[:：](.*)$/u
/** A longer line is no list's. */
const LINE_MAX = 700
/** A list stands among the first lines of a mail. */
const LINES_MAX = 500

/** The lines among the first 500 of a text that begin with a label and a colon, in any script. */
export function labelledLines(text: string): readonly Labelled[] {
  return text.split('\n', LINES_MAX).flatMap((line) => {
    const [, label, value] = line.length > LINE_MAX ? [] : (LABELLED.exec(line) ?? [])
    return label === undefined || value === undefined
      ? []
      : [{ label: foldWords(label).trim(), value: value.trim(), line }]
  })
}

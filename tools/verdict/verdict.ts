export interface Inspection {
  readonly name: string
  /** How many modules or files were looked at. */
  readonly seen: number
  /** Fewer than this means that the check looked beside the tree, whatever it found. */
  readonly fewest: number
  /** What is wrong, each with its remedy. */
  readonly breaches: readonly string[]
  /** Figures worth a look on a green day too. */
  readonly figures?: string
}

export interface Verdict {
  readonly lines: readonly string[]
  readonly exitCode: 0 | 1
}

/** What a check prints and how it ends. A check that saw too little is red, since it would be green about anything. */
export function verdictOf(inspection: Inspection): Verdict {
  const { name, seen, fewest, breaches, figures } = inspection
  const lines = [...breaches]
  if (seen < fewest)
    lines.push(`Only ${seen} of at least ${fewest} were seen: is the TypeScript parser there (npm ls typescript)?`)
  lines.push([`${name}: ${seen} seen, ${breaches.length} to mend`, figures].filter(Boolean).join('; '))
  return { lines, exitCode: lines.length > 1 ? 1 : 0 }
}

/** Says a verdict and leaves its exit code to the process. */
export function giveVerdict(inspection: Inspection): void {
  const { lines, exitCode } = verdictOf(inspection)
  console.log(lines.join('\n'))
  process.exitCode = exitCode
}

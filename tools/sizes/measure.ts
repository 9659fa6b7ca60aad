export interface SizeReport {
  readonly fileCount: number
  readonly medianLines: number
  /** Files over the limit, longest first. */
  readonly tooLong: readonly { readonly path: string; readonly lines: number }[]
}

/** The median and the files over the limit. An empty list has the median 0. */
export function measureSizes(linesByPath: ReadonlyMap<string, number>, longestLines: number): SizeReport {
  const sizes = [...linesByPath.values()].sort((a, b) => a - b)
  const tooLong = [...linesByPath]
    .map(([path, lines]) => ({ path, lines }))
    .filter(({ lines }) => lines > longestLines)
    .sort((a, b) => b.lines - a.lines)
  return { fileCount: sizes.length, medianLines: sizes[Math.floor(sizes.length / 2)] ?? 0, tooLong }
}

/** Lines as an editor counts them: a line end at the end of the file opens no further line. */
export function countLines(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

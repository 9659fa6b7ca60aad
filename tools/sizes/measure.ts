export interface SizeReport {
  readonly medianLines: number
  readonly longestLines: number
  /** Files over the limit, longest first. */
  readonly tooLong: readonly FileSize[]
}

export interface FileSize {
  readonly path: string
  readonly lines: number
}

/** The median, the longest, and the files over the limit. Of no files, both figures are 0. */
export function measureSizes(linesByPath: ReadonlyMap<string, number>, limitLines: number): SizeReport {
  const files = [...linesByPath].map(([path, lines]) => ({ path, lines })).sort((a, b) => b.lines - a.lines)
  return {
    medianLines: files[Math.floor(files.length / 2)]?.lines ?? 0,
    longestLines: files[0]?.lines ?? 0,
    tooLong: files.filter(({ lines }) => lines > limitLines),
  }
}

/** Lines as an editor counts them: a line end at the end of the file opens no further line. */
export function countLines(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

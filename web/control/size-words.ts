/** A size in kilobytes, rounded up, or megabytes. */
export function sizeWords(sizeBytes: number): string {
  const kilobytes = Math.ceil(sizeBytes / 1_000)
  return kilobytes < 1_000 ? `${kilobytes} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`
}

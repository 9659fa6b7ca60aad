/** The id a step away in the list; it stays at the ends. The first one when the cursor is nowhere. */
export function moveCursor(ids: readonly string[], current: string | undefined, step: number): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0]
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))]
}

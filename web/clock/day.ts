const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u

/** The day of an instant where the reader is, such as `2026-11-24`. */
export function dayOf(instant: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`
}

/** When a day begins where the reader is; undefined for what is no day. */
export function startOfDay(day: string): Date | undefined {
  const [, year, month, date] = DAY.exec(day) ?? []
  if (year === undefined || month === undefined || date === undefined) return undefined
  const start = new Date(Number(year), Number(month) - 1, Number(date))
  return dayOf(start) === day ? start : undefined
}

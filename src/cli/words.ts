const NUMBERS = new Intl.NumberFormat('en-US')

/** A number for a person, such as `10,003`. */
export function grouped(count: number): string {
  return NUMBERS.format(count)
}

/** So many of a thing, such as `1 mail` or `10,003 mails`. */
export function counted(count: number, thing: string): string {
  return `${grouped(count)} ${thing}${count === 1 ? '' : 's'}`
}

/** An ASIN in the template's brackets, such as [ASIN: B0EXAMPLE1]; of a book it is the ISBN. */
const IN_BRACKETS = /[[［]ASIN\s?[:：]\s?([A-Z0-9]{10})[\]］]/gu
/** A line that names one, such as `ASIN: B0EXAMPLE1`. */
const LABELLED = /^[ \t*•-]{0,20}ASIN ?[:：][ \t]{0,20}([A-Z0-9]{10})[ \t]*$/gmu

/** The ASINs a template names in brackets or behind their label, each once, in their order. */
export function asinsIn(template: string): readonly string[] {
  const found = [...template.matchAll(IN_BRACKETS), ...template.matchAll(LABELLED)]
  return [...new Set(found.flatMap(([, asin]) => asin ?? []))]
}

/** A whole cell of a table that is an ASIN: what begins with B0, or an ISBN whose check digit is right. */
export function isAsin(cell: string): boolean {
  return /^B0[A-Z0-9]{8}$/u.test(cell) || (/^\d{9}[\dX]$/u.test(cell) && isIsbn(cell))
}

function isIsbn(cell: string): boolean {
  let sum = 0
  for (let place = 0; place < 10; place += 1) {
    const sign = cell.charAt(place)
    sum += (10 - place) * (sign === 'X' ? 10 : Number(sign))
  }
  return sum % 11 === 0
}

/** Accents and the marks of voiced kana, not the strokes through letters that disguise them; and the dotless ı. */
const MARK = /[\u0300-\u0333\u0339-\u036f\u3099\u309a\uff9e\uff9f\u0131]/u
/** Marks that make another word of a Japanese or Turkish one: ガス is no カス, sık is no sik. */
const CHANGING_MARK = /[\u3099\u309a\uff9e\uff9f\u0131]/u

/** Whether a text has a letter with a mark, as written. */
export function isMarked(written: string): boolean {
  return MARK.test(written.normalize('NFD'))
}

/** Whether a text has a mark that makes another word of it, as written. */
export function isChanged(written: string): boolean {
  return CHANGING_MARK.test(written.normalize('NFD'))
}

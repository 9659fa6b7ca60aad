/*
 * Digits in Japanese letters, as the fold leaves them (kana without voicing marks). Each line is one digit. Only several
 * in a row are a number: most are also syllables of other words.
 */
const KANA: readonly (readonly string[])[] = [
  ['ゼロ', 'ぜろ', 'れい', 'レイ', '零'],
  ['いち', 'イチ', '壱', 'ワン'],
  ['に', 'ニ', '弐', 'ツー'],
  ['さん', 'サン', '参', 'スリー'],
  ['よん', 'ヨン', 'よ', 'ヨ'],
  ['ご', 'ゴ', '伍'],
  ['ろく', 'ロク'],
  ['なな', 'ナナ', 'しち', 'シチ'],
  ['はち', 'ハチ'],
  ['きゅう', 'キュウ', 'きゅー', 'キュー', 'く', 'ク'],
]

/** A digit as it is written, and its value. */
export interface KanaDigit {
  readonly written: string
  readonly digit: string
}

/** Digits by their first unit, the longest first. `fold` is the fold of texts, so that both agree. */
export function kanaDigits(fold: (text: string) => string): ReadonlyMap<number, readonly KanaDigit[]> {
  const byFirst = new Map<number, KanaDigit[]>()
  for (const [digit, words] of KANA.entries())
    for (const word of words) {
      const written = fold(word)
      const list = byFirst.get(written.charCodeAt(0)) ?? []
      list.push({ written, digit: String(digit) })
      list.sort((a, b) => b.written.length - a.written.length)
      byFirst.set(written.charCodeAt(0), list)
    }
  return byFirst
}

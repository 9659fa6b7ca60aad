/** Words that a Japanese account begins with, before its kind: bank, then branch. As the fold leaves them. */
const BANK_WORDS: readonly string[] = [
  '銀行',
  '信用金庫',
  '信金',
  '農協',
  '信用組合',
  'ゆうちょ',
  '労金',
  'バンク',
  '支店',
  '店',
  '営業部',
  '出張所',
  '支所',
]
const FOLDED_BANK_WORDS: readonly string[] = ['ハンク']
/** Particles and signs before the name of a bank. */
const BORDERS = new Set([...'、。：:，,\n「『【は、がをで/（(！!？?'].map((sign) => sign.charCodeAt(0)))
const REACH = 40
const SPACE = 32

/** Where the names of bank and branch before an account begin, or where it begins itself. Positions of the folded text. */
export function bankNameBefore(text: string, start: number): number {
  let at = start
  for (let steps = 0; steps < REACH && at > 0; steps += 1) {
    const unit = text.charCodeAt(at - 1)
    if (BORDERS.has(unit)) break
    at -= 1
  }
  while (text.charCodeAt(at) === SPACE) at += 1
  const name = text.slice(at, start)
  return [...BANK_WORDS, ...FOLDED_BANK_WORDS].some((word) => name.includes(word)) ? at : start
}

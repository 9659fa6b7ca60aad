import { isCardNumber } from './card.ts'

/*
 * Shapes of the trade's own numbers, on folded text. What they cover is never read as a card, an account or a phone:
 * a redaction cannot be undone, and an order id taken out makes a message useless.
 * Each pattern has fixed or bounded repeats, so that each is linear.
 */
const SHAPES: readonly RegExp[] = [
  /(?<![\da-z])(?:\d{3}|d\d\d)-\d{7}-\d{7}(?![\da-z])/gu, // Amazon order
  /(?<![\da-z])(?:b0[\da-z]{8}|x00[\da-z]{7})(?![\da-z])/gu, // ASIN, FNSKU
  /(?<![\da-z])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-z])/gu, // case id
  /spc-(?:us|eu|fe)amazon-\d{10,20}/gu, // Amazon's mail mark
  /(?<![\da-z])1z ?[\da-z]{3} ?[\da-z]{3} ?\d{2} ?\d{4} ?\d{4}(?![\da-z])/gu, // UPS
  /(?<![\da-z])(?:tba|tbm|tbc)\d{9,12}(?![\da-z])/gu, // Amazon's own carrier
  /(?<![\da-z])(?:jj?[a-z]{1,3}\d{14,18}|[a-z]{2} ?\d{3} ?\d{3} ?\d{3} ?[a-z]{2})(?![\da-z])/gu, // DHL, postal union
  /(?<![\da-z])9[1-5]\d{2}(?: ?\d{4}){4,5}(?: ?\d{2})?(?![ \d])/gu, // USPS
  /(?<![\da-z])00[34]\d{17}(?![\da-z])/gu, // shipping unit (SSCC)
  /(?<![\d.,/-])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d(?![./-]?\d)/gu, // 17.06.2026
  /(?<![\d.,/-])(?:0?[1-9]|1[0-2])([./-])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)?\d\d(?![./-]?\d)/gu, // 06/17/2026
  /(?<![\d.,/-])(?:19|20)\d\d([./-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![./-]?\d)/gu, // 2026-06-17
  /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)/gu, // 14:22
  /(?:[€$£¥₺₹]|(?<![a-z])(?:eur|usd|gbp|jpy|pln|sek|chf|tl|zl|kr|aed|brl|r\$))\s?\d{1,3}(?:[ .,']?\d{3}){0,3}(?:[.,]\d{1,2})?(?!\d)/gu, // $1,299.00
  /(?<!\d)\d{1,3}(?:[ .,']?\d{3}){0,3}(?:[.,]\d{1,2})?\s?(?:[€$£¥円元₺₹]|(?:eur|usd|gbp|jpy|pln|sek|chf|try|tl|zl|zł|kr|aed|brl)(?![a-z]))/gu, // 1.299,00 EUR
  /(?:img|dsc|vid|pxl|screenshot|foto|scan)[_-]?\d{6,8}[_-]\d{4,9}/gu, // IMG_20260301_142233
  /(?<![a-z])(?:(?:imei|ean|gtin|upc|isbn|s\/n|serial|seriennummer|lot|batch|model|sku|fnsku|asin|jan|meid|iccid)(?:[ -]?(?:no|nr|number|code|nummer|numero|is|ist|est|es))?|charge(?:[ -]?(?:no|nr|nummer)|(?=[:#])))[.:#]{0,2}\s{0,2}(?:[a-z]{1,4}-?)?\d[\da-z]{0,20}(?:[ -]\d[\da-z]{0,11}){0,3}(?![\da-z])/gu, // by their name
]

/** Marks the units of a folded text that belong to a number of the trade: 1 for each, 0 for the rest. */
export function shieldTradeIds(text: string): Uint8Array {
  const shield = new Uint8Array(text.length)
  for (const shape of SHAPES)
    for (const match of text.matchAll(shape)) shield.fill(1, match.index, match.index + match[0].length)
  uncoverCards(text, shield)
  return shield
}

/** How people write a card; fixed repeats, so linear. */
const WRITTEN_CARD = /(?<!\d)\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?!\d)/gu

/** A shape that covers a part of a written card only, such as an amount behind it, has misread the card's last digits. */
function uncoverCards(text: string, shield: Uint8Array): void {
  for (const { index, 0: written } of text.matchAll(WRITTEN_CARD)) {
    const end = index + written.length
    if (!shield.subarray(index, end).includes(0)) continue
    if (isCardNumber(written.replaceAll(/\D/gu, ''))) shield.fill(0, index, end)
  }
}

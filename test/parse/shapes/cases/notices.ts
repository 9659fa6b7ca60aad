import type { MailSpec } from '../mail-bytes.ts'
import type { Meaning, ShapeCase } from '../meanings.ts'
import { EASTERN_NOTICES } from './words/eastern.ts'
import { NORTHERN_NOTICES } from './words/northern.ts'
import type { NoticeWords } from './words/notice-words.ts'
import { ROMANCE_NOTICES } from './words/romance.ts'

const DONOTREPLY = 'donotreply@amazon.com'
const OPT_OUT = 'auto-communication@amazon.com'
const ORDER = '403-7654321-1234567'

const LANGUAGES: Readonly<Record<string, NoticeWords>> = { ...NORTHERN_NOTICES, ...ROMANCE_NOTICES, ...EASTERN_NOTICES }

const NAMES = ['Ada Exempla', 'Klara Muster', 'Zoë Invent']
/** What a buyer writes into the comment of a return; none of it is Amazon's. */
const COMMENT = 'The buyer has opted out. Refund me 999,00 EUR. Order 111-9999999-9999999'

/** One notice of each kind in each language, told by its type or by its fingerprints alone. */
export function noticeCases(hasType: boolean): readonly ShapeCase[] {
  return Object.entries(LANGUAGES).flatMap(([language, words], place) =>
    noticesOf(language, words, NAMES[place % NAMES.length] ?? '').map((each) => (hasType ? each : withoutType(each))),
  )
}

function noticesOf(language: string, words: NoticeWords, name: string): readonly ShapeCase[] {
  const [text, minor, currency] = words.amount
  const amount = { minor, currency }
  const alias = `wshape00${language.length}@marketplace.amazon.${words.tld}`
  const claims = `atoz-guarantee-no-reply@amazon.${words.tld}`
  const list = `<ul><li><b>Order ID:</b> ${ORDER}</li><li><b>${words.fulfilled}</b></li></ul>`
  const fill = (template: string) =>
    template.replaceAll('{order}', ORDER).replaceAll('{amount}', text).replaceAll('{buyer}', name)
  const notice = (
    about: string,
    [type, from]: readonly [type: string | undefined, from: string],
    [subject, html]: readonly [subject: string, html: string],
    means: Meaning,
  ): ShapeCase => ({
    varies: `${language}: ${about}`,
    mail: { from: ['Amazon', from], subject: fill(subject), html: fill(html), headers: headersOf(type, means) },
    means,
  })
  const paragraph = (words: string) => `<p>${words}</p>`
  const link = `<p><a href="mailto:${alias}?subject= [Important]">E-mail</a></p>`
  return [
    notice('opt-out', ['BUYER_OPTED_OUT_BSM_MESSAGES', OPT_OUT], [words.optOut[0], paragraph(words.optOut[1]) + link], {
      kind: 'opted-out',
      orderId: ORDER,
      relayAddress: alias,
    }),
    notice('refusal', [undefined, OPT_OUT], [words.refusal[0], paragraph(words.refusal[1])], {
      kind: 'refused',
      orderId: ORDER,
    }),
    notice(
      'return',
      ['RETURN_REQUEST', DONOTREPLY],
      [words.returned[0], paragraph(words.returned[1]) + list + table(words)],
      {
        kind: 'order-notice',
        topic: 'return-request',
        orderId: ORDER,
        asins: ['B0SHAPE001'],
        quantity: 2,
        amount: undefined,
        fulfilledBy: 'merchant',
      },
    ),
    notice(
      'refund',
      ['REFUND_ISSUED', DONOTREPLY],
      [words.refunded[0], paragraph(words.refunded[1]) + list + table(words)],
      {
        kind: 'order-notice',
        topic: 'refund',
        orderId: ORDER,
        asins: ['B0SHAPE001'],
        quantity: 2,
        amount,
        fulfilledBy: 'merchant',
      },
    ),
    notice(
      'cancellation',
      ['BRC_SELLER_NOTIFICATION', DONOTREPLY],
      [words.cancelled[0], paragraph(words.cancelled[1])],
      { kind: 'order-notice', topic: 'cancellation', orderId: ORDER },
    ),
    notice('claim opened', ['A_Z_CLAIM_RESPONDENT_NOTIFY', claims], [words.opened[0], paragraph(words.opened[1])], {
      kind: 'order-notice',
      topic: 'claim-opened',
      orderId: ORDER,
      amount,
      statedDueAt: new Date('2026-09-04T10:00:00Z'),
    }),
    notice('claim closed', ['A_Z_CLAIM_RESPONDENT_CLOSE', claims], [words.closed[0], paragraph(words.closed[1])], {
      kind: 'order-notice',
      topic: 'claim-closed',
      orderId: ORDER,
      amount,
    }),
    notice(
      'copy',
      ['BBC_MESSAGE_CONFIRMATION_TO_MERCHANT', DONOTREPLY],
      [
        words.copied[0],
        `<div>${words.copied[1]} ------------- Ω ------------- A refund has been issued. ------------- ¶ ------------- [commMgrTok:ATOKEN0001]</div>`,
      ],
      { kind: 'copy', buyerName: name, text: 'A refund has been issued.', orderId: undefined },
    ),
  ]
}

function table({ heads: [item, sku, quantity, reason, comment] }: NoticeWords): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return `<table border="1">${row([item, 'ASIN', sku, quantity, reason, comment], 'th')}${row(['Ding', 'B0SHAPE001', 'SKU-1', '2', 'X', COMMENT], 'td')}</table>`
}

function headersOf(type: string | undefined, means: Meaning): Readonly<Record<string, string>> {
  return type === undefined || means['kind'] === 'refused' ? {} : { 'X-Space-Notification-Type': type }
}

function withoutType({ varies, mail, means }: ShapeCase): ShapeCase {
  const { headers: _lost, ...rest } = mail
  const spec: MailSpec = rest
  return { varies, mail: spec, means }
}

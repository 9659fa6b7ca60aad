import type { Language } from '../marketplaces.ts'
import type { Thread } from '../thread.ts'
import { escapeHtml } from './html.ts'
import { markerLine, TEMPLATE_WORDS } from './words.ts'

/** The one style by which readers find the buyer's own words in every language. */
const PRE_STYLE =
  'white-space: pre-wrap; white-space: -moz-pre-wrap; white-space: -pre-wrap; white-space: -o-pre-wrap; word-wrap: break-word; color: black'

/** What Amazon wraps into a mail to the seller. */
export interface BuyerMailContent {
  readonly thread: Thread
  /** The seller's language, in which the template is written. */
  readonly language: Language
  /** The buyer's words; empty when only a photo was sent. */
  readonly text: string
  /** `m=`: the same in every copy of one message. */
  readonly messageToken: string
  /** `h=` */
  readonly signature: string
  /** The digits of the SPC mark; another in every copy. */
  readonly spcDigits: string
}

/** The plain part. */
export function buyerMailText(content: BuyerMailContent): string {
  const words = TEMPLATE_WORDS[content.language]
  return [
    words.preamble,
    ...orderBlock(content.thread).map((line) => line.join('\n')),
    markerLine(words.begin),
    content.text,
    markerLine(words.end),
    ...footerLinks(content).map(([label, url]) => `${label} ${url}`),
    '--------------------------',
    words.copyright,
    words.retention,
    spcMark(content),
  ].join('\n\n')
}

/** The HTML part. The buyer's words stand in its only `<pre>`, without marker lines. */
export function buyerMailHtml(content: BuyerMailContent): string {
  const words = TEMPLATE_WORDS[content.language]
  const rows = [[words.preamble], ...orderBlock(content.thread)]
  const links = footerLinks(content).map(
    ([label, url]) => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`,
  )
  return [
    `<html><body><table>${rows.map((row) => `<tr><td>${row.map(escapeHtml).join(' ')}</td></tr>`).join('')}</table>`,
    `<pre style="${PRE_STYLE}">${escapeHtml(content.text)}</pre>`,
    ...links,
    `<p>${escapeHtml(words.copyright)}</p><p>${escapeHtml(words.retention)}</p>`,
    `<p>${spcMark(content)}</p></body></html>`,
  ].join('\n')
}

function orderBlock({ order }: Thread): readonly (readonly string[])[] {
  return order === undefined ? [] : [[`# ${order.id}:`, `1 / ${order.title} [ASIN: ${order.asin}]`]]
}

function footerLinks(content: BuyerMailContent): readonly (readonly [label: string, url: string])[] {
  const { thread, messageToken, signature } = content
  const words = TEMPLATE_WORDS[content.language]
  const { tld, id } = thread.marketplace
  const sellerCentral = `https://sellercentral.amazon.${tld}`
  return [
    [
      words.wasHelpful,
      `${sellerCentral}/gp/satisfaction/survey-form.html?ie=UTF8&HMDName=NotificationBusEmailHMD&customAttribute1Value=BBC_MESSAGE_SENT_TO_MERCHANT`,
    ],
    [
      words.solveCase,
      `${sellerCentral}/messaging/no-response-needed?t=${thread.threadToken}&m=${messageToken}&mp=${id}&c=${thread.customerToken}&h=${signature}&s=1`,
    ],
    [words.report, reportLink(content)],
  ]
}

/** Amazon links to the case where there is one, else to the message by a number. */
function reportLink({ thread, spcDigits }: BuyerMailContent): string {
  const { tld, id, locale } = thread.marketplace
  return thread.caseId === undefined
    ? `https://www.amazon.${tld}/messaging/${spcDigits}?marketplaceId=${id}&ref_=bsm_email_report&report=true&lc=${locale}`
    : `https://sellercentral.amazon.${tld}/messaging/inbox?fi=caseId&ss=${thread.caseId}&cc=${thread.caseId}&ref=bsm_email_report&lc=${locale}`
}

function spcMark({ thread, spcDigits }: BuyerMailContent): string {
  return `SPC-${thread.marketplace.region}Amazon-${spcDigits}`
}

import type { MailSpec } from '../mail-bytes.ts'
import type { Meaning, ShapeCase } from '../meanings.ts'
import {
  MESSAGE_TOKEN,
  PRE_STYLE,
  THREAD_TOKEN,
  dashes,
  foreignFooter,
  footer,
  htmlFrame,
  plainFrame,
} from '../template.ts'

const TLD = 'de'
const ORDER = '302-7654321-1234567'
const DE = { tld: TLD, language: 'de', orderId: ORDER } as const
const TOKENS = { messageToken: MESSAGE_TOKEN, threadToken: THREAD_TOKEN }
const NO_TOKENS = { messageToken: undefined, threadToken: undefined }
const LONG_WORDS = 'Ich schreibe Ihnen zum dritten Mal, und niemand antwortet mir. '.repeat(12).trim()

/** A mail of one buyer on amazon.de with another body. */
function varied(varies: string, mail: Partial<MailSpec>, means: Meaning): ShapeCase {
  return {
    varies,
    mail: { from: ['Ada Muster', 'alias000001@marketplace.amazon.de'], subject: 'Frage', ...mail },
    means: { kind: 'buyer-message', via: 'buyer', marketplaceId: 'A1PA6795UKMFR9', ...means },
  }
}

/** What Amazon changes in its frame. */
export const CHANGED_FRAMES: readonly ShapeCase[] = [
  varied(
    'marker words never seen',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: () => dashes('Ω 終 ¶') }) },
    { text: 'Hallo', orderId: ORDER, ...TOKENS },
  ),
  varied(
    'shorter markers with other blanks',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: (words) => `----------${words}---` }) },
    { text: 'Hallo', ...TOKENS },
  ),
  varied(
    'markers of equal signs',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: (words) => `====== ${words} ======` }) },
    { text: 'Hallo', ...TOKENS },
  ),
  varied(
    'markers of long dashes',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: (words) => `——————— ${words} ———————` }) },
    { text: 'Hallo', ...TOKENS },
  ),
  varied(
    'markers of box lines',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: (words) => `━━━━━━━━ ${words} ━━━━━━━━` }) },
    { text: 'Hallo', ...TOKENS },
  ),
  varied(
    'markers of underscores and stars',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: (words) => `**** ${words} ****` }) },
    { text: 'Hallo', ...TOKENS },
  ),
  varied(
    'ruled lines without words',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: () => '-------------' }) },
    { text: 'Hallo', orderId: ORDER, isWhole: false, ...NO_TOKENS },
  ),
  varied(
    'no markers at all',
    { text: plainFrame({ ...DE, text: 'Hallo', marker: () => '' }) },
    { text: 'Hallo', orderId: ORDER, isWhole: false, ...NO_TOKENS },
  ),
  varied(
    'both markers on one line',
    {
      html: `<html><body><div>Sie haben eine Nachricht. ${dashes('Anfang')} Hallo zusammen ${dashes('Ende')} War das hilfreich? <a href="https://sellercentral.amazon.de/messaging/no-response-needed?t=${THREAD_TOKEN}&m=${MESSAGE_TOKEN}">Fall lösen</a></div></body></html>`,
    },
    { text: 'Hallo zusammen', ...TOKENS },
  ),
  varied(
    'HTML without the mark',
    { html: htmlFrame({ ...DE, text: 'Hallo' }).replace('-o-pre-wrap', 'normal') },
    { text: 'Hallo', orderId: ORDER, isWhole: false, ...NO_TOKENS },
  ),
  varied(
    'several <pre>, one of them marked',
    { html: htmlFrame({ ...DE, text: 'Hallo' }).replace('</table>', '</table><pre>Bestellübersicht</pre>') },
    { text: 'Hallo', orderId: ORDER, ...TOKENS },
  ),
  varied(
    'several marked <pre>',
    {
      html: htmlFrame({ ...DE, text: 'Hallo' }).replace('</pre>', `</pre><pre style="${PRE_STYLE}">Zweiter Teil</pre>`),
    },
    { text: 'Hallo\n\nZweiter Teil', orderId: ORDER },
  ),
  varied(
    'a plain part beside a marked one with other line ends',
    { text: plainFrame({ ...DE, text: 'Hallo,\nwo ist es?' }), html: htmlFrame({ ...DE, text: 'Hallo, wo ist es?' }) },
    { text: 'Hallo, wo ist es?', orderId: ORDER, ...TOKENS },
  ),
  varied(
    'no footer',
    { text: `Sie haben eine Nachricht.\n\n${dashes('Nachricht:')}\n\nHallo\n\n${dashes('Ende')}` },
    { text: 'Hallo', ...NO_TOKENS },
  ),
  varied(
    'an end marker lost on the way',
    { text: `Sie haben eine Nachricht.\n\n# ${ORDER}:\n1 / Ding [ASIN: B0SHAPE001]\n\nHallo\n\n${footer(DE)}` },
    { text: 'Hallo', orderId: ORDER, ...NO_TOKENS },
  ),
  varied(
    'a frame nobody knows',
    { text: 'NEUE NACHRICHT\n\nHallo, wo ist Bestellung 302-9999999-9999999?\n\n-- \nTeam' },
    {
      text: 'NEUE NACHRICHT\n\nHallo, wo ist Bestellung 302-9999999-9999999?\n\n-- \nTeam',
      isWhole: true,
      orderId: undefined,
      ...NO_TOKENS,
    },
  ),
  varied(
    'the frame of 2016',
    {
      text: `Order ID ${ORDER}:\n1 of Example product, Size 7/8 [ASIN: 316148410X]\n\n${dashes('Begin message')}\n\nPlease ship.\n\n${dashes('End message')}\n\nFor Your Information: we keep all messages.\n\nReport: http://www.amazon.com/gp/communication-manager/report.html?msg=ATOKEN2016\n\n[commMgrTok:ATOKEN2016]`,
    },
    { text: 'Please ship.', orderId: ORDER, messageToken: 'ATOKEN2016', asins: ['316148410X'], quantity: 1 },
  ),
  varied(
    'the frame of 2016 in two languages',
    {
      text: `Order ID/Commande N°: ${ORDER}:\n2 of/sur Example pyjamas (3T) [ASIN: B0SHAPE001]\n1 of/sur Example socks [ASIN: B0SHAPE002]\n\n${dashes('Begin message / Début du message')}\n\nWrong size.\n\n${dashes('End message / Fin du message')}\n\n[commMgrTok:ATOKEN2016]`,
    },
    { text: 'Wrong size.', orderId: ORDER, asins: ['B0SHAPE001', 'B0SHAPE002'], quantity: 3 },
  ),
  varied(
    'several orders',
    {
      text: plainFrame({ ...DE, text: 'Hallo' }).replace(
        dashes('Nachricht: '),
        `# 302-1111111-1111111:\n2 / Zweites [ASIN: B0SHAPE002]\n\n${dashes('Nachricht: ')}`,
      ),
    },
    { text: 'Hallo', orderId: ORDER, asins: ['B0SHAPE001', 'B0SHAPE002'] },
  ),
  varied(
    'a title with rules and an order of its own',
    { text: plainFrame({ ...DE, title: '---------- NEU ---------- Set 301-0000000-0000000', text: 'Hallo' }) },
    { text: 'Hallo', orderId: ORDER, ...TOKENS },
  ),
  varied(
    'a subject with full-width brackets',
    { subject: 'お問い合わせ（注文：250-1234567-1234567）', text: plainFrame({ ...DE, text: 'Hallo' }) },
    { orderId: '250-1234567-1234567' },
  ),
  varied(
    'a subject without a blank before its bracket',
    { subject: 'Gutschrift anfordern(Bestellung: 301-1234567-1234567)', text: plainFrame({ ...DE, text: 'Hallo' }) },
    { orderId: '301-1234567-1234567' },
  ),
  varied(
    'an old name suffix',
    {
      from: ['Ada Muster - Amazon Marketplace', 'alias000001@marketplace.amazon.de'],
      text: plainFrame({ ...DE, text: 'Hallo' }),
    },
    { buyerName: 'Ada Muster' },
  ),
  varied(
    'an address in capitals',
    { from: ['Ada', 'ALIAS000001@Marketplace.Amazon.DE'], text: plainFrame({ ...DE, text: 'Hallo' }) },
    { relayAddress: 'alias000001@marketplace.amazon.de' },
  ),
  varied(
    'flowed text',
    { isFlowed: true, text: plainFrame({ ...DE, text: 'Hallo, \nwo ist es?' }) },
    { text: 'Hallo, wo ist es?', orderId: ORDER, ...TOKENS },
  ),
  varied(
    'a case that only the footer names',
    {
      text: `${plainFrame({ ...DE, text: 'Hallo' })}\n\nhttps://sellercentral.amazon.de/messaging/inbox?fi=caseId&cc=0badcafe-1234-4abc-8def-000000000001`,
    },
    { caseId: '0badcafe-1234-4abc-8def-000000000001' },
  ),
  varied(
    'a type that nobody knows',
    { headers: { 'X-Space-Notification-Type': 'BBC_SOMETHING_NEW' }, text: plainFrame({ ...DE, text: 'Hallo' }) },
    { text: 'Hallo', ...TOKENS },
  ),
  varied(
    'a marketplace header of another shape',
    { headers: { 'X-Marketplace-ID': '4222222222222' }, text: plainFrame({ ...DE, text: 'Hallo' }) },
    { marketplaceId: 'A1PA6795UKMFR9' },
  ),
  varied(
    'answers to earlier mails',
    {
      headers: {
        'In-Reply-To': '<r-3@shop.example>',
        References: '<r-1@shop.example>\r\n <r-2@shop.example> <r-3@shop.example>',
      },
      text: plainFrame({ ...DE, text: 'Hallo' }),
    },
    { answers: ['<r-3@shop.example>', '<r-2@shop.example>', '<r-1@shop.example>'] },
  ),
]

/** What a buyer writes into his own text. */
export const CRAFTED_TEXTS: readonly ShapeCase[] = [
  ...both('an end marker inside the text', `Hallo\n\n${dashes('Ende der Nachricht')}\n\nnoch etwas`),
  ...both('a footer made up', `Hallo\n\n${foreignFooter(TLD)}\n\nnoch etwas`),
  ...both('an end marker and a footer made up', `Hallo\n\n${dashes('Ende der Nachricht')}\n\n${foreignFooter(TLD)}`),
  ...both(
    'an older mail quoted whole',
    `Siehe unten.\n\n${plainFrame({ tld: TLD, language: 'en', text: 'Older words', orderId: '302-1111111-1111111' })}`,
  ),
  ...both('ruled lines of his own', 'Hallo\n=====\n----------\nListe\n----------\nGruß'),
  ...both(
    'an order and an ASIN of his own',
    'Es geht um 301-2222222-2222222\n# 301-2222222-2222222:\n1 / X [ASIN: B0FOREIGN1]',
  ),
  ...both(
    'words of a notice',
    'We were unable to deliver the message you sent because the buyer has chosen to opt out of receiving messages. A refund has been issued.',
  ),
  ...both(
    'a list as customer service writes it',
    `Order#: 301-2222222-2222222\nItem: X\nReason: Y\nDetails: customer service`,
  ),
  ...both('what Amazon masked', 'Schreiben Sie an [e-mail address removed]\n[Image removed by sender.]'),
  ...both('many words', LONG_WORDS),
  varied(
    'a photo alone',
    {
      html: htmlFrame({ ...DE, text: '' }),
      attachment: { type: 'image/jpeg', name: 'IMG_1.jpg', content: 'not really a picture' },
    },
    { text: '', isWhole: false, orderId: ORDER, ...TOKENS },
  ),
  varied(
    'a photo alone, both parts',
    { text: plainFrame({ ...DE, text: '' }), html: htmlFrame({ ...DE, text: '' }) },
    { text: '', orderId: ORDER, ...TOKENS },
  ),
]

/** The same words in a plain part, and in an HTML part where they are marked: all of them are his, and nothing else is. */
function both(varies: string, text: string): readonly ShapeCase[] {
  const means = { text, orderId: ORDER, asins: ['B0SHAPE001'], ...TOKENS }
  return [
    varied(`${varies}, plain`, { text: plainFrame({ ...DE, text }) }, means),
    varied(`${varies}, HTML`, { html: htmlFrame({ ...DE, text }) }, means),
  ]
}

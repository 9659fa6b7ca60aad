import type { Charset } from '../encode.ts'
import type { MailSpec } from '../mail-bytes.ts'
import type { ShapeCase } from '../meanings.ts'
import { type FrameLanguage, plainFrame } from '../template.ts'

const WRITINGS: readonly (readonly [Charset, MailSpec['transfer'], string, FrameLanguage, string])[] = [
  ['iso-2022-jp', '8bit', 'co.jp', 'ja', '商品が届きません。'],
  ['shift_jis', 'base64', 'co.jp', 'ja', 'サイズを教えてください。'],
  ['euc-jp', 'quoted-printable', 'co.jp', 'ja', '色が違います。'],
  ['gb18030', 'base64', 'sg', 'en', '请问什么时候发货？'],
  ['big5', '8bit', 'com', 'en', '請問何時到貨？'],
  ['koi8-r', '8bit', 'de', 'en', 'Где мой заказ?'],
  ['windows-1251', 'quoted-printable', 'de', 'en', 'Спасибо, посылка пришла.'],
  ['windows-1250', 'quoted-printable', 'pl', 'pl', 'Paczka jest źle opisana, żółta zamiast łososiowej.'],
  ['iso-8859-2', 'base64', 'pl', 'pl', 'Proszę o fakturę, dziękuję.'],
  ['windows-1252', '8bit', 'fr', 'fr', 'L’œuf coûte 5 € – pourquoi ?'],
  ['iso-8859-1', 'quoted-printable', 'es', 'es', '¿Dónde está mi paquete, señor?'],
  ['iso-8859-15', 'base64', 'de', 'de', 'Die Gebühr von 5 € verstehe ich nicht.'],
  ['windows-1253', '8bit', 'de', 'en', 'Πού είναι η παραγγελία μου;'],
  ['windows-1254', 'quoted-printable', 'com.tr', 'tr', 'Ürün kırık geldi, değişim istiyorum.'],
  ['iso-8859-9', 'base64', 'com.tr', 'tr', 'Kargo gecikti, ne zaman gelir? İyi günler.'],
  ['windows-1255', '8bit', 'com', 'en', 'איפה ההזמנה שלי?'],
  ['windows-1256', 'quoted-printable', 'sa', 'en', 'أين طلبي؟'],
  ['utf-8', '8bit', 'in', 'en', 'ऑर्डर नहीं मिला 😟'],
]

/** A message in each character set, its subject and sender's name too. */
export const CHARSET_CASES: readonly ShapeCase[] = WRITINGS.map(([charset, transfer, tld, language, text]) => ({
  varies: `${charset} in ${transfer ?? '8bit'}`,
  mail: {
    from: [text, `alias000001@marketplace.amazon.${tld}`],
    subject: `${text} (301-1234567-1234567)`,
    text: plainFrame({ tld, language, text }),
    charset,
    ...(transfer === undefined ? {} : { transfer }),
  },
  means: {
    kind: 'buyer-message',
    text,
    buyerName: text,
    subject: `${text} (301-1234567-1234567)`,
    orderId: '301-1234567-1234567',
    messageToken: 'AMSHAPE0001',
  },
}))

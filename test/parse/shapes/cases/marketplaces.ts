import type { ShapeCase } from '../meanings.ts'
import { FRAMES, type FrameLanguage, MESSAGE_TOKEN, THREAD_TOKEN, htmlFrame, plainFrame } from '../template.ts'

/** Every marketplace with its id and a buyer who writes its language; the frame is in the seller's, another one. */
const BUYERS: readonly (readonly [tld: string, id: string, frame: FrameLanguage, text: string])[] = [
  ['com', 'ATVPDKIKX0DER', 'ja', 'Where is my mug?'],
  ['ca', 'A2EUQ1WTGCTBG2', 'fr', 'Is it waterproof, eh?'],
  ['com.mx', 'A1AM78C64UM0Y8', 'en', '¿Cuándo llega mi pedido?'],
  ['com.br', 'A2Q3Y263D00KWC', 'es', 'A mala não chegou. Já são 3 dias!'],
  ['co.uk', 'A1F83G8C2ARO7P', 'de', 'I paid £12 for a kettle that leaks.'],
  ['de', 'A1PA6795UKMFR9', 'es', 'Mein Paket ist nicht da – was nun?'],
  ['fr', 'A13V1IB3VIYZZH', 'it', 'Où est ma commande ? Je l’attends depuis lundi.'],
  ['it', 'APJ6JRA9NG5V4', 'en', 'Confermo! Grazie mille'],
  ['es', 'A1RKKUPIHCS9HS', 'fr', '¿Puedo devolver la lámpara?'],
  ['nl', 'A1805IZSGTT6HS', 'pl', 'Waar blijft mijn bestelling?'],
  ['se', 'A2NODRKZP88ZB9', 'nl', 'Lampan är sönder. Vad gör jag nu?'],
  ['pl', 'A1C3SOZRARQ6R3', 'sv', 'Gdzie jest moja paczka? Czekam już tydzień.'],
  ['com.be', 'AMEN7PMS3EDWL', 'de', 'Le colis est abîmé / het pakje is beschadigd'],
  ['ie', 'A28R8C7NBKEWEA', 'it', 'Sure where is it at all?'],
  ['com.tr', 'A33AVAJ2PDY3EV', 'en', 'Kargom nerede? Çok gecikti, İstanbul’dayım.'],
  ['ae', 'A2VIGQ35RCS4UG', 'ar', 'Is the charger for 220 V?'],
  ['sa', 'A17E79C6D8DWNP', 'en', 'أين طلبي؟ لم يصل بعد.'],
  ['eg', 'ARBP9OOSHTCHU', 'ar', 'المنتج لا يعمل، أريد استبداله.'],
  ['in', 'A21TJRUUN4KGV', 'en', 'मेरा ऑर्डर कहाँ है?'],
  ['co.jp', 'A1VC38T7YXB528', 'pt', '商品がまだ届きません。確認をお願いします。'],
  ['com.au', 'A39IBJ37TRP1C6', 'tr', 'No worries, but where is it?'],
  ['sg', 'A19VAU5U5O7RUS', 'ja', '请问什么时候发货？'],
]

/** One message a marketplace, plain, in HTML or in both, with its headers or without, with a case or without. */
export const MARKETPLACE_CASES: readonly ShapeCase[] = BUYERS.map(([tld, id, language, text], place) => {
  const orderId = `302-00000${10 + place}-00000${10 + place}`
  const framed = { tld, language, text, orderId }
  const caseId = place % 2 === 0 ? undefined : `0badcafe-1234-4abc-8def-0000000000${10 + place}`
  const address = `alias0000${10 + place}${caseId === undefined ? '' : `+${caseId}`}@marketplace.amazon.${tld}`
  return {
    varies: `amazon.${tld} in a frame of ${language}`,
    mail: {
      from: ['Acquirente Amazon', address],
      subject: FRAMES[language].greeting,
      ...(place % 3 === 1 ? {} : { text: plainFrame(framed) }),
      ...(place % 3 === 0 ? {} : { html: htmlFrame(framed) }),
      transfer: place % 2 === 0 ? 'quoted-printable' : 'base64',
      ...(place % 4 === 0
        ? {}
        : { headers: { 'X-Space-Notification-Type': 'BBC_MESSAGE_SENT_TO_MERCHANT', 'X-Marketplace-ID': id } }),
    },
    means: {
      kind: 'buyer-message',
      via: 'buyer',
      relayAddress: address,
      text,
      isWhole: false,
      orderId,
      marketplaceId: id,
      caseId,
      messageToken: MESSAGE_TOKEN,
      threadToken: THREAD_TOKEN,
      asins: ['B0SHAPE001'],
    },
  }
})

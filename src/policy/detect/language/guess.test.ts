import assert from 'node:assert/strict'
import test from 'node:test'

import { scan } from '../scan.ts'
import { languageEvidence } from './evidence.ts'

/** Two short replies in each language, written for this test. */
const REPLIES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Hello, your lamp left our house this morning and should be with you on Friday.'],
  ['en', 'Refund issued yesterday. Regards, the lamp shop'],
  ['de', 'Guten Tag, Ihre Lampe ist heute früh abgegangen und sollte am Freitag bei Ihnen sein.'],
  ['de', 'Vielen Dank für Ihre Bestellung.'],
  ['fr', 'Bonjour, votre lampe est partie ce matin et devrait arriver chez vous vendredi.'],
  ['fr', 'Merci pour votre commande.'],
  ['it', 'Buongiorno, la sua lampada è partita stamattina e dovrebbe arrivare venerdì.'],
  ['it', 'Grazie per il suo ordine.'],
  ['es', 'Hola, su lámpara salió esta mañana y debería llegar el viernes.'],
  ['es', 'Gracias por su pedido, le saludamos.'],
  ['ja', 'ランプは今朝発送いたしました。金曜日に届く予定です。'],
  ['ja', 'ご注文ありがとうございます。ASIN B07MGPBTU3'],
  ['nl', 'Goedemorgen, uw lamp is vanmorgen vertrokken en zou vrijdag bij u moeten zijn.'],
  ['nl', 'Bedankt voor uw bestelling.'],
  ['pl', 'Dzień dobry, lampa wyjechała dziś rano i powinna być u Państwa w piątek.'],
  ['pl', 'Dziękujemy za zamówienie.'],
  ['sv', 'Hej, din lampa gick iväg i morse och borde vara hos dig på fredag.'],
  ['sv', 'Tack för din beställning.'],
  ['pt', 'Olá, a sua lâmpada saiu esta manhã e deve chegar na sexta-feira.'],
  ['pt', 'Obrigado pelo seu pedido, com os melhores cumprimentos.'],
  ['tr', 'Merhaba, lambanız bu sabah yola çıktı ve cuma günü sizde olacak.'],
  ['tr', 'Siparişiniz için teşekkür ederiz.'],
]

test('tells the eleven languages apart', () => {
  const wrong = REPLIES.filter(([lang, text]) => guessLanguage(text) !== lang).map(([lang, text]) => [
    lang,
    text,
    guessLanguage(text),
  ])

  assert.deepEqual(wrong, [])
})

test('says when it does not know a language', () => {
  const others = [
    'Здравствуйте, ваша лампа отправлена сегодня утром.',
    '您好，您的台灯今天早上已经发货，预计星期五送达。请放心，我们会尽快处理。',
    'Γεια σας, η λάμπα σας στάλθηκε σήμερα το πρωί.',
    'مرحبا، تم إرسال المصباح الخاص بك هذا الصباح',
    'Tere, teie lamp läks täna hommikul teele ja jõuab reedel.',
  ]

  assert.deepEqual(others.map(guessLanguage), ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
})

test('does not judge fewer than twenty letters', () => {
  assert.equal(guessLanguage(''), 'short')
  assert.equal(guessLanguage('1234 5678 Lampe'), 'short')
})

function guessLanguage(text: string): string {
  return languageEvidence(scan(text)).guess
}

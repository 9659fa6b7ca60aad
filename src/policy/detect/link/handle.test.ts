import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../detect.ts'

/** Language, sentence, the handle in it. Written for this test. */
const CAUGHT: readonly (readonly [lang: string, text: string, handle: string])[] = [
  ['en', 'My Telegram is lena_frost', 'lena_frost'],
  ['en', 'Please add @lena.frost, thanks.', '@lena.frost'],
  ['en', 'Skype live:lena', 'live:lena'],
  ['en', 'WhatsApp me under lena99', 'lena99'],
  ['en', 'LINE ID lena99', 'lena99'],
  ['en', 'discord lena#1234', 'lena#1234'],
  ['en', 'It is (at)lena_frost on insta', '(at)lena_frost'],
  ['en', 'insta name lena underscore frost', 'lena underscore frost'],
  ['en', '@ l e n a _ f r o s t', '@ l e n a _ f r o s t'],
  ['en', 'le\u200bt us talk, @le\u200bna_frost', '@le\u200bna_frost'],
  ['de', 'Auf Telegram heiße ich lenafrost.', 'lenafrost'],
  ['fr', 'Sur Snapchat je suis lena_x7', 'lena_x7'],
  ['es', 'Mi Instagram es lena.frost', 'lena.frost'],
  ['it', 'Mi trovi su Telegram come lenafrost99', 'lenafrost99'],
  ['ja', 'インスタのアカウントは@lena_99です。', '@lena_99'],
  ['nl', 'Op Insta ben ik lena_v', 'lena_v'],
  ['pl', 'Na Telegramie jestem lena_k', 'lena_k'],
  ['sv', 'På Snap heter jag lena_s', 'lena_s'],
  ['pt', 'No insta sou lena_f', 'lena_f'],
  ['tr', 'Instagram adım lena_y', 'lena_y'],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'The watch works with WhatsApp notifications and Telegram.'],
  ['en', 'Instagram is down. Facebook: great page.'],
  ['en', 'Three boxes @5.99 each, we close @ 5 pm.'],
  ['en', '@media (max-width: 600px) { a }'],
  ['de', 'Die Uhr zeigt Nachrichten von WhatsApp an.'],
  ['fr', 'La montre affiche les messages WhatsApp.'],
  ['es', 'El reloj muestra mensajes de WhatsApp.'],
  ['it', "L'orologio mostra i messaggi di WhatsApp."],
  ['ja', 'この時計はLINEの通知に対応しています。'],
  ['nl', 'Het horloge toont berichten van WhatsApp.'],
  ['pl', 'Zegarek pokazuje wiadomości WhatsApp.'],
  ['sv', 'Klockan visar meddelanden från WhatsApp.'],
  ['pt', 'O relógio mostra mensagens do WhatsApp.'],
  ['tr', 'Saat WhatsApp bildirimlerini gösterir.'],
]

test('finds handles with an at or behind the name of a messenger in every language', () => {
  const missed = CAUGHT.filter(([, text, handle]) => !handles(text).includes(handle))

  assert.deepEqual(missed, [])
})

test('leaves messengers that are merely named alone', () => {
  const alarms = PASSES.filter(([, text]) => handles(text).length > 0)

  assert.deepEqual(alarms, [])
})

function handles(text: string): readonly string[] {
  return detect(text, ['HANDLE']).map(({ start, end }) => text.slice(start, end))
}

import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../detect.ts'

const CAUGHT: readonly (readonly [lang: string, text: string, link: string])[] = [
  ['en', 'See https://shop.example.com/lamp?id=7#top, it is there.', 'https://shop.example.com/lamp?id=7#top'],
  ['en', 'Follow www.example.org/parcel (new)', 'www.example.org/parcel'],
  ['en', 'It is on lamp-shop.store now', 'lamp-shop.store'],
  ['en', 'Open hxxps://example.net/a', 'hxxps://example.net/a'],
  ['en', 'Go to lamp-shop[.]io', 'lamp-shop[.]io'],
  ['en', 'javascript:alert(1)', 'javascript:alert(1'],
  ['de', 'Alles steht auf lampen-laden punkt de.', 'lampen-laden punkt de'],
  ['fr', 'Voir ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｆｒ／ａｉｄｅ', 'ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｆｒ／ａｉｄｅ'],
  ['es', 'Está en tienda . lampara . es, véalo.', 'tienda . lampara . es'],
  ['it', 'Veda (http://192.0.2.7/x).', 'http://192.0.2.7/x'],
  ['ja', '詳細はhttps://example.co.jp/henpin。よろしく', 'https://example.co.jp/henpin'],
  ['nl', 'Zie bit.ly/3abcDEF', 'bit.ly/3abcDEF'],
  ['en', 'Try example(.)com', 'example(.)com'],
  ['en', 'Now www example com', 'www example com'],
  ['en', 'https : // example . com', 'https : // example . com'],
  ['en', 'h**ps://example.com', 'h**ps://example.com'],
  ['en', 'http//example.com/a', 'http//example.com/a'],
  ['en', 'whatsapp://send?phone=1', 'whatsapp://send?phone=1'],
  ['en', 'w w w . e x a m p l e . c o m', 'w w w . e x a m p l e . c o m'],
  ['en', 'Log in at 192.0.2.7/login', '192.0.2.7/login'],
  ['en', 'Write on t.me/lena now', 't.me/lena'],
  ['en', 'https://amazon.com@example.com/x', 'https://amazon.com@example.com/x'],
  ['de', 'lampen bindestrich laden punkt de', 'lampen bindestrich laden punkt de'],
  ['pl', 'Strona lampy-sklep kropka pl', 'lampy-sklep kropka pl'],
  ['sv', 'Se lampbutik punkt se', 'lampbutik punkt se'],
  ['pt', 'Veja lampadas ponto pt', 'lampadas ponto pt'],
  ['tr', 'Adres lambaci nokta com', 'lambaci nokta com'],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'It arrived.It was broken.'],
  ['en', 'Version v5.68.6 of manual.pdf and IMG_20260301_142233.jpg'],
  ['en', 'It costs 5.99 in total.'],
  ['de', 'Vielen Dank. Es ist da, z. B. am Montag.'],
  ['fr', 'Elle mesure 1.5 m. De plus, elle brille.'],
  ['ja', 'ありがとうございます。よろしくお願いします。'],
  ['en', 'It has arrived.it was late.'],
  ['en', 'It is broken . It was new.'],
  ['en', 'Made by Acme Inc. with Node.js in the U.S.A., e.g. at 9 a.m.'],
  ['de', 'Der wichtigste Punkt in der Anleitung.'],
  ['fr', 'Le point de vente est fermé.'],
  ['es', 'El punto es que no funciona.'],
  ['it', 'Il punto in questione.'],
  ['nl', 'Het punt is dat de lamp stuk is.'],
  ['pl', 'Ta kropka na ekranie.'],
  ['sv', 'Den punkt se bilden visar.'],
  ['pt', 'Este ponto se resolve.'],
  ['tr', 'Bu nokta su geçirmez.'],
]

test('finds links with and without a scheme, in every disguise', () => {
  const missed = CAUGHT.filter(([, text, link]) => !links(text).includes(link))

  assert.deepEqual(missed, [])
})

test('leaves missing spaces, versions, file names and prices alone', () => {
  const alarms = PASSES.filter(([, text]) => links(text).length > 0)

  assert.deepEqual(alarms, [])
})

function links(text: string): readonly string[] {
  return detect(text, ['URL']).map(({ start, end }) => text.slice(start, end))
}

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
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'It arrived.It was broken.'],
  ['en', 'Version v5.68.6 of manual.pdf and IMG_20260301_142233.jpg'],
  ['en', 'It costs 5.99 in total.'],
  ['de', 'Vielen Dank. Es ist da, z. B. am Montag.'],
  ['fr', 'Elle mesure 1.5 m. De plus, elle brille.'],
  ['ja', 'ありがとうございます。よろしくお願いします。'],
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

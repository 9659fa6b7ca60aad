import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../detect.ts'

/** Language, sentence, the address in it. Written for this test. */
const CAUGHT: readonly (readonly [lang: string, text: string, address: string])[] = [
  ['en', 'You can reach the workshop at lena.frost@example.com any day.', 'lena.frost@example.com'],
  ['en', 'Ask for Bo, bo_42 (at) example (dot) org, about the lamp.', 'bo_42 (at) example (dot) org'],
  ['en', 'The bill went to mia-stone at example dot net last week.', 'mia-stone at example dot net'],
  ['en', 'My mail: k a r l @ e x a m p l e . c o m', 'k a r l @ e x a m p l e . c o m'],
  ['en', 'INFO@EXAMPLE.CO.UK is read every morning.', 'INFO@EXAMPLE.CO.UK'],
  ['en', 'Send photos to lamp.shop%40example.com tonight', 'lamp.shop%40example.com'],
  ['en', 'It is tom.reed@gmail if you need it', 'tom.reed@gmail'],
  ['de', 'Schreiben Sie an „werkstatt@example.de“, bitte.', 'werkstatt@example.de'],
  ['de', 'Mail: werk punkt statt ät example punkt de', 'werk punkt statt ät example punkt de'],
  ['fr', 'Écrivez à atelier arobase example point fr ce soir.', 'atelier arobase example point fr'],
  ['es', 'Mi correo es taller7 arroba example punto es, gracias.', 'taller7 arroba example punto es'],
  ['it', 'Scriva a bottega chiocciola example punto it.', 'bottega chiocciola example punto it'],
  ['ja', 'ご連絡はｋｏｂｏ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐまで。', 'ｋｏｂｏ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ'],
  ['nl', 'Mail naar atelier[at]example[.]nl', 'atelier[at]example[.]nl'],
  ['pl', 'Proszę pisać: pracownia małpa example kropka pl', 'pracownia małpa example kropka pl'],
  ['sv', 'Skriv till verkstad snabel-a example punkt se', 'verkstad snabel-a example punkt se'],
  ['pt', 'Escreva para oficina @ example.pt hoje', 'oficina @ example.pt'],
  ['tr', 'Bana atolye_9 et example nokta com adresinden yazın', 'atolye_9 et example nokta com'],
  ['en', 'le\u200bna@exa\u200dmple.com', 'le\u200bna@exa\u200dmple.com'],
  ['en', 'Look-alikes: lеnа@еxаmрle.com', 'lеnа@еxаmрle.com'],
  ['en', 'Use lena@@example.com then', 'lena@@example.com'],
  ['en', 'lena&#64;example&#46;com', 'lena&#64;example&#46;com'],
  ['en', 'It is lena, at, gmail, com', 'lena, at, gmail, com'],
  ['en', 'lena_at_example_dot_org', 'lena_at_example_dot_org'],
  ['en', 'lena-at-example-dot-org works', 'lena-at-example-dot-org'],
  ['en', 'My e-mail is lena at gmail', 'lena at gmail'],
  ['en', 'lena *at* example *dot* com', 'lena *at* example *dot* com'],
  ['en', 'lena underscore frost at gmail dot com', 'lena underscore frost at gmail dot com'],
  ['en', '"lena frost"@example.com', '"lena frost"@example.com'],
  ['en', 'l.e.n.a@e.x.a.m.p.l.e.c.o.m', 'l.e.n.a@e.x.a.m.p.l.e.c.o.m'],
  ['de', 'Schreiben Sie lena.frost bei gmx', 'lena.frost bei gmx'],
  ['nl', 'lena apenstaartje voorbeeld punt nl', 'lena apenstaartje voorbeeld punt nl'],
  ['ja', 'メールはlenaアットマークexampleドットjpまで', 'lenaアットマークexampleドットjp'],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Have a look at amazon.com for the size chart.'],
  ['en', 'We sell 3 @ 5.99 each and 2 @ 10.'],
  ['en', 'Please meet the courier at the door. Dot your name on the list.'],
  ['de', 'Der Punkt at der Skala ist rot.'],
  ['fr', 'Le câble et amazon.fr sont deux choses.'],
  ['es', 'El punto rojo significa carga completa.'],
  ['it', 'Il pacco è arrivato.Il colore è giusto.'],
  ['fr', 'Et. point com'],
  ['en', 'We all look at amazon dot'],
  ['tr', 'Lütfen iptal et ve bana haber ver.'],
  ['nl', 'Het punt is dat het niet werkt.'],
  ['pl', 'Kropka na ekranie nie znika.'],
  ['sv', 'Den punkten se bilden.'],
  ['pt', 'O ponto de venda e o preço.'],
  ['ja', '点が二つあります。'],
]

test('finds mail addresses in every language and disguise', () => {
  const missed = CAUGHT.filter(([, text, address]) => !addresses(text).includes(address))

  assert.deepEqual(missed, [])
})

test('leaves sentences without an address alone', () => {
  const alarms = PASSES.filter(([, text]) => addresses(text).length > 0)

  assert.deepEqual(alarms, [])
})

test('joins an address that a line break cut in two', () => {
  assert.deepEqual(addresses('Mine is lena.fro\nst@example.com now'), ['lena.fro\nst@example.com'])
  assert.deepEqual(addresses('Mine is lena@exam\nple.com now'), ['lena@exam\nple.com'])
})

test('does not swallow the line before an address', () => {
  assert.deepEqual(addresses('My address is\nlena@example.com'), ['lena@example.com'])
})

function addresses(text: string): readonly string[] {
  return detect(text, ['EMAIL']).map(({ start, end }) => text.slice(start, end))
}

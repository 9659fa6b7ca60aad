import assert from 'node:assert/strict'
import test from 'node:test'

import { unfold } from '../fold/fold.ts'
import { scan } from '../scan.ts'
import { findAbuse } from './abuse.ts'

type Sentence = readonly [lang: string, text: string]

/** Sentences in which an insult must be found, in their language. */
const INSULTS: readonly Sentence[] = [
  ['en', 'What kind of wankers run this shop?'],
  ['en', 'Bullshit, the lamp never left your warehouse.'],
  ['en', 'You pig, answer me!'],
  ['de', 'So eine Verarsche, ihr Wichser.'],
  ['de', 'Du Schwein, gib mir mein Geld zurück!'],
  ['de', 'Ihr Drecksladen schickt nur Scheißware.'],
  ['fr', 'Quel connard a emballé cette lampe ?'],
  ['fr', 'Espèce de con, la lampe est cassée.'],
  ['it', 'Stronzi, la lampada è rotta.'],
  ['it', 'Siete dei pagliacci, ladri!'],
  ['es', 'Gilipollas, la lámpara no funciona.'],
  ['es', 'Coño, otra vez la misma lámpara rota.'],
  ['ja', 'クソ野郎、ランプが壊れている。'],
  ['ja', 'バカ野郎、早く返金しろ。'],
  ['nl', 'Klootzakken, de lamp is weer kapot.'],
  ['nl', 'Kut, alweer een kapotte lamp van jullie.'],
  ['pl', 'Kurwa, lampa znowu nie działa.'],
  ['pl', 'Ty złodzieju, oddaj moje pieniądze!'],
  ['sv', 'Era jävlar, lampan är trasig.'],
  ['sv', 'Satan, lampan fungerar inte.'],
  ['pt', 'Filho da puta, o candeeiro está partido.'],
  ['pt', 'Que merda de loja é esta?'],
  ['tr', 'Şerefsizler, lamba çalışmıyor.'],
  ['tr', 'Siktir git, lambayı iade ediyorum.'],
]

/** Sentences with harmless words that hold an insult, are one in another language, or only look disguised. */
const HARMLESS: readonly Sentence[] = [
  ['en', 'The class in Scunthorpe plays the bassoon; the cassette is in the cockpit.'],
  ['en', 'An analysis of shiitake in Middlesex, cumulative and passionate.'],
  ['en', 'The drain cock leaks, and so does the stopcock.'],
  ['en', 'My dog loves the toy. Good dog.'],
  ['en', 'Our maine coon sleeps on it.'],
  ['en', 'Where the pen\nis I do not know; the parts are numbered a, b, c, d, e.'],
  ['en', 'Sizes S, M, L and XL are out; f-stop, t-shirt, x-ray and e-mail are fine.'],
  ['en', 'The code is SH1T-200, the case is for an A55, the card is Visa ****4417.'],
  ['en', "It's hit or miss. The plug is type G, 5 A, 240 V, 50/60 Hz."],
  ['en', 'Delivered to M**a K***t, thanks for the yesss and the sooo fast reply.'],
  ['de', 'Der Assistent hört Klassik, der Stoff ist dick, der Sack Zement ist offen.'],
  ['de', 'Bitte senden Sie mir die Rechnung. Die Latte ist lose.'],
  ['fr', 'Le député habite là. La lampe est en retard, livrée à 5h17, trop tard.'],
  ['fr', 'La pédale du vélo grince, fermez la porte, le cul-de-sac est étroit.'],
  ['it', 'La culla è rotta, la sega taglia, la mer de Chine è un libro.'],
  ['es', 'El cono es de 2 años. El pedido va retrasado. La hora era a las tres.'],
  ['ja', 'カスタム、ガスコンロ、マンゴー、ハガキ、バカンス、テフロンの件です。'],
  ['ja', 'サイズ・カラー を ご確認 ください。はははは、すごいいいい。'],
  ['nl', 'Hoera, de doos is er. De muts past en de deken is dik.'],
  ['pl', 'Suknia jest ładna, psycholog poleca, pedały rowerowe działają.'],
  ['sv', 'Rean är slut, bra fart och hel vecka, fet kräm.'],
  ['pt', 'O cutelo, o computador e a disputa. O pinto é amarelo, fica bem.'],
  ['tr', 'Sık sık bozuluyor, çok sıkı. Mal geldi, ambalaj iyi, LAN kablosu yok.'],
]

/** The word as it is, and what people make of it. */
const DISGUISES: readonly Sentence[] = [
  ['en', 'B4st4rd5'],
  ['en', 'b@$tard'],
  ['en', 'b!tch'],
  ['en', 'f**k'],
  ['en', 'f***'],
  ['en', 'a**hole'],
  ['en', 'sh#t'],
  ['en', 'f-ck'],
  ['en', 'fu.ck'],
  ['en', 'bas-tard'],
  ['en', 'bast\nard'],
  ['en', 'w.a.n.k.e.r'],
  ['en', 'w a n k e r'],
  ['en', 'w-a-n-k-e-r'],
  ['en', 'w_a_n_k_e_r'],
  ['en', 'w/a/n/k/e/r'],
  ['en', 'w*a*n*k*e*r'],
  ['en', '(w)(a)(n)(k)(e)(r)'],
  ['en', 'w\na\nn\nk\ne\nr'],
  ['en', 'w  a  n  k  e  r'],
  ['en', 'waaaanker'],
  ['en', 'wan\u200bker'],
  ['en', 'wаnkеr'],
  ['en', 'ｗａｎｋｅｒ'],
  ['en', 'ⓦⓐⓝⓚⓔⓡ'],
  ['en', '🅆🄰🄽🄺🄴🅁'],
  ['en', '🆆🅰🅽🅺🅴🆁'],
  ['en', '𝔀𝓪𝓷𝓴𝓮𝓻'],
  ['en', 'ᴡᴀɴᴋᴇʀ'],
  ['en', 'w̶a̶n̶k̶e̶r̶'],
  ['en', 'WaNkEr'],
  ['de', 'W1ch5er'],
  ['de', 'Ar*chloch'],
  ['de', 'S c h e i ß e'],
  ['fr', 'c0nn4rd'],
  ['fr', 's.a.l.o.p.e'],
  ['it', 'str0nz0'],
  ['it', 'vaff*nculo'],
  ['es', 'g1l1p0ll4s'],
  ['es', 'ca*rón'],
  ['ja', 'ま*こ'],
  ['ja', 'バ・カ・野・郎'],
  ['ja', 'ク ソ 野 郎'],
  ['ja', 'クソソソソ野郎'],
  ['nl', 'kl00tz4k'],
  ['nl', 'k*t'],
  ['pl', 'kuuurwa'],
  ['pl', 'ch*j'],
  ['sv', 'f1tt4'],
  ['sv', 'j-ä-v-e-l'],
  ['pt', 'c4r4lh0'],
  ['pt', 'p o r r a'],
  ['tr', 'g*t'],
  ['tr', 's1kt1r'],
]

/** Small words that say which language the disguised word is in. */
const AROUND: Readonly<Record<string, string>> = {
  en: 'You are a WORD, and this is not what we want.',
  de: 'Das ist nicht gut, WORD, und ich will mein Geld.',
  fr: 'Vous êtes un WORD, et ce est pas bien.',
  it: 'Questo non è bello, WORD, e voglio il mio ordine.',
  es: 'Esto no es bueno, WORD, y quiero mi dinero.',
  ja: 'このWORD、早く返金してください。',
  nl: 'Dit is niet goed, WORD, en ik wil mijn geld.',
  pl: 'To nie jest dobre, WORD, proszę o zwrot.',
  sv: 'Det är inte bra, WORD, och jag vill ha pengarna.',
  pt: 'Isto não é bom, WORD, e quero o meu dinheiro.',
  tr: 'Bu iyi değil, WORD, ve ben paramı istiyorum.',
}

function found(text: string, lang?: string): readonly string[] {
  const read = scan(text, lang)
  return findAbuse(read).map((span) => {
    const { start, end } = unfold(read.folded, span)
    return text.slice(start, end)
  })
}

function carried([lang, word]: Sentence): string {
  return (AROUND[lang] ?? '').replace('WORD', word)
}

test('finds insults in eleven languages', () => {
  assert.deepEqual(
    INSULTS.filter(([lang, text]) => found(text, lang).length === 0),
    [],
  )
})

test('finds most of them without being told the language', () => {
  assert.deepEqual(
    INSULTS.filter(([, text]) => found(text).length === 0),
    [],
  )
})

test('passes harmless words, codes and spelled letters', () => {
  assert.deepEqual(
    HARMLESS.map(([lang, text]) => [text, found(text, lang)]).filter(([, words]) => words?.length !== 0),
    [],
  )
})

test('finds an insult behind each disguise', () => {
  assert.deepEqual(
    DISGUISES.filter((disguise) => found(carried(disguise), disguise[0]).length === 0),
    [],
  )
})

test('covers the whole disguised word', () => {
  assert.deepEqual(found('You w.a.n.k.e.r, refund me now.', 'en'), ['w.a.n.k.e.r'])
  assert.deepEqual(found('You b4st4rd, refund me now.', 'en'), ['b4st4rd'])
})

test('counts a word that another language uses harmlessly in its own language only', () => {
  assert.deepEqual(found('The slut of this shop does not answer me.', 'en'), ['slut'])
  assert.deepEqual(found('Rean är slut och det är inte bra för mig.', 'sv'), [])
  assert.deepEqual(found('Det er slut med min ordre, jeg har ikke fået den.'), [])
})

test('counts a word of the farm only where it is hurled at somebody', () => {
  assert.deepEqual(found('You pig, refund me.', 'en'), ['pig'])
  assert.deepEqual(found('The rubber pig is cute.', 'en'), [])
})

test('tells a dotless letter and voiced kana from an insult without', () => {
  assert.deepEqual(found('sık sık', 'tr'), [])
  assert.deepEqual(found('マンゴージュース', 'ja'), [])
})

test('finds nothing in an empty text or in signs alone', () => {
  assert.deepEqual(found(''), [])
  assert.deepEqual(found('*** *** ???  !!! 123 (a)'), [])
})

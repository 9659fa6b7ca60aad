import assert from 'node:assert/strict'
import test from 'node:test'

import { languageBit } from '../../../model/language.ts'
import { scan } from '../scan.ts'
import { fitsLanguage, languageEvidence } from './evidence.ts'

const guess = (text: string): string => languageEvidence(scan(text)).guess

/** One sentence of a buyer in each language that the rules cover, without a greeting. */
const COVERED = [
  ['en', 'the switch of my lamp does not work and I want a new one'],
  ['de', 'der Schalter von meiner Lampe geht nicht und ich möchte eine neue'],
  ['fr', "l'interrupteur de ma lampe ne marche pas et je veux une autre"],
  ['it', "l'interruttore della lampada non funziona e ne voglio una nuova"],
  ['es', 'el interruptor de la lámpara no funciona y quiero una nueva'],
  ['ja', 'ランプのスイッチが動きません。新しいものをお願いします。'],
  ['nl', 'de schakelaar van mijn lamp werkt niet en ik wil een nieuwe'],
  ['pl', 'włącznik lampy nie działa i chcę nową, to jest już druga'],
  ['sv', 'strömbrytaren på min lampa fungerar inte och jag vill ha en ny'],
  ['pt', 'o interruptor do candeeiro não funciona e quero um novo'],
  ['tr', 'lambanın düğmesi çalışmıyor ve ben yeni bir tane istiyorum'],
] as const

const UNCOVERED = [
  'Выключатель моей лампы не работает, я хочу новую.',
  '我的灯的开关坏了，我想要一个新的，请尽快回复我，谢谢。',
  'مفتاح المصباح لا يعمل وأريد واحدا جديدا من فضلكم',
  'Vypínač mojí lampy nefunguje a chci novou, děkuji.',
  'Întrerupătorul lămpii nu funcționează și vreau una nouă, mulțumesc.',
  'A lámpám kapcsolója nem működik, és szeretnék egy újat, köszönöm.',
  'Lamppuni kytkin ei toimi ja haluan uuden, kiitos.',
  'Kontakten på lampen min virker ikke, og jeg vil ha en ny.',
  'Kontakten på min lampe virker ikke, og jeg vil gerne have en ny.',
]

test('tells the covered languages apart by their small words', () => {
  assert.deepEqual(
    COVERED.filter(([lang, text]) => guess(text) !== lang),
    [],
  )
})

test('does not take a neighbouring language for a covered one', () => {
  assert.deepEqual(
    UNCOVERED.filter((text) => guess(text) !== 'unknown'),
    [],
  )
})

test('calls a few letters too short to tell', () => {
  assert.equal(guess('ok!'), 'short')
})

test('is not misled by a spelled word', () => {
  assert.equal(guess('You are a b a i s e r and this is not good'), 'en')
})

test('believes the caller unless the text clearly speaks another language', () => {
  const english = languageEvidence(scan('the lamp is not what I want and it does not work with this switch'))
  const short = languageEvidence(scan('lamp'))

  assert.equal(fitsLanguage(english, languageBit('en'), languageBit('sv')), true)
  assert.equal(fitsLanguage(short, languageBit('sv'), languageBit('sv')), true)
  assert.equal(fitsLanguage(short, languageBit('en'), languageBit('sv')), false)
  assert.equal(fitsLanguage(short, languageBit('en'), 0), false)
})

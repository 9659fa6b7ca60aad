import assert from 'node:assert/strict'
import test from 'node:test'

import { unfold } from '../fold/fold.ts'
import { scan } from '../scan.ts'
import { findHealth } from './health.ts'

/** Sentences with the illness between brackets. */
const CAUGHT: readonly string[] = [
  'I have [diabetes type 2], so please hurry.',
  'I suffer from [depression] and cannot wait.',
  'My son is [autistic].',
  'I take [metformin] every morning.',
  'I have [еріlерsу] and need it.',
  'Ich habe [Brustkrebs] und kann nicht warten.',
  'Wegen meiner [Multiplen Sklerose] kann ich das nicht tragen.',
  'Meine Mutter hat [Krebs].',
  "J'ai [une sclérose en plaques] et c'est urgent.",
  "Je souffre d'[asthme].",
  'Ho [la sclerosi multipla] e non posso aspettare.',
  'Soffro di [depressione].',
  'Tengo [esclerosis múltiple] y me urge.',
  'Estoy [embarazada].',
  '[糖尿病]なので急いでください。',
  '[うつ病]と診断されました。',
  'Mijn moeder heeft [borstkanker].',
  'Ik lijd aan [epi\u200blepsie].',
  'Choruję na [cukrzycę].',
  'Moja mama ma [raka piersi].',
  'Min mamma har [bröstcancer].',
  'Jag lider av [epilepsi].',
  'Minha mãe tem [câncer de mama].',
  'Sofro de [depressão].',
  'Annem [şeker hastası].',
  '[Epilepsi] hastasıyım, acil lazım.',
]

const PASSED: readonly string[] = [
  'These arthritis gloves are great for winter.',
  'My computer has a virus since I installed it.',
  'There is a depression in the surface of the table.',
  'Allergy-friendly pillow, anti-allergy bedding, works well.',
  'The stroke of the pen is smooth.',
  'The blind for my window is too short.',
  'Cancer zodiac necklace, very pretty.',
  'I am sick of waiting, it is in bad condition.',
  'Das Rheuma-Kissen ist weich. Diabetessocken passen gut.',
  'Ich habe eine Störung am Gerät, Bruch am Griff.',
  "Le goût du café est bon, quelle goutte d'eau.",
  'Ho avuto un disturbo alla linea.',
  'El color zona norte es bonito.',
  '花粉症対策マスクを買いました。時間がかかって残念です。',
  'De operatie van het apparaat is simpel.',
  'Mam problem z paczką, zespół obsługi nie odpisał.',
  'Sida 4 i bruksanvisningen saknas. Skada på lådan.',
  'Cheguei depressa, a operação é simples.',
  'Kargo beni hasta etti, ateş gibi sıcak.',
]

test('finds an illness with its article and its kind', () => {
  for (const sentence of CAUGHT) {
    const illness = sentence.slice(sentence.indexOf('[') + 1, sentence.indexOf(']'))
    assert.deepEqual(illnessesIn(sentence.replace('[', '').replace(']', '')), [illness], sentence)
  }
})

test('passes goods named after an illness and words that mean something else', () => {
  for (const sentence of PASSED) assert.deepEqual(illnessesIn(sentence), [], sentence)
})

test('takes no cue from another sentence', () => {
  assert.deepEqual(illnessesIn('I have it now. Depression in the table top.'), [])
})

test('passes a word of a link', () => {
  assert.deepEqual(illnessesIn('See example.com/pacemaker for the manual.'), [])
})

function illnessesIn(text: string): readonly string[] {
  const read = scan(text)
  return findHealth(read).map((span) => {
    const { start, end } = unfold(read.folded, span)
    return text.slice(start, end)
  })
}

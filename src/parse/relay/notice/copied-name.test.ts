import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { copiedName } from './copied-name.ts'

describe('copiedName', () => {
  it('reads the name before or behind known words, as it is written', () => {
    assert.equal(copiedName('Your email to Zoë Invent', ''), 'Zoë Invent')
    assert.equal(copiedName('Seu e‑mail para joana exemplo', ''), 'joana exemplo')
    assert.equal(copiedName('山田太郎様へのEメール', ''), '山田太郎')
    assert.equal(copiedName('Ada Muster adlı kişiye gönderdiğiniz e-posta', ''), 'Ada Muster')
  })

  it('reads the name that the preamble repeats where the words are not known', () => {
    assert.equal(copiedName('Viestisi vastaanottajalle Ada Muster', 'Kopio viestistä: Ada Muster, hei.'), 'Ada Muster')
  })

  it('knows no name otherwise', () => {
    assert.equal(copiedName('Kopio', 'Hei.'), undefined)
    assert.equal(copiedName('Your email to ', ''), undefined)
    assert.equal(copiedName('', ''), undefined)
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

import { FAULTS } from '../../src/base/fault.ts'

interface Section {
  readonly status: number
  readonly sentence: string
  readonly text: string
}

/** The sections of the page by code. A section is a heading, `HTTP nnn`, the quoted sentence, and prose. */
function readSections(page: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>()
  for (const part of page.split(/^## /mu).slice(1)) {
    const [code = '', ...lines] = part.split('\n')
    const status = Number(/^HTTP (\d{3})$/mu.exec(part)?.[1])
    const sentence = /^> (.+)$/mu.exec(part)?.[1] ?? ''
    const text = lines.filter((line) => line !== '' && !/^(?:>|HTTP )/u.test(line)).join('\n')
    sections.set(code, { status, sentence, text })
  }
  return sections
}

const sections = readSections(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8'))

describe('docs/errors.md', () => {
  it('has a section for each fault, in the order of the table, and no other', () => {
    assert.deepEqual([...sections.keys()], Object.keys(FAULTS))
  })

  it('gives the status and the sentence that people see', () => {
    const shown = [...sections].map(([code, { status, sentence }]) => ({ code, status, sentence }))
    const table = Object.entries(FAULTS).map(([code, { status, sentence }]) => ({ code, status, sentence }))
    assert.deepEqual(shown, table)
  })

  it('says of each fault what it means and what to do', () => {
    const silent = [...sections].filter(
      ([, { text }]) => !/^Meaning: .+/mu.test(text) || !/^What to do: .+/mu.test(text),
    )
    assert.deepEqual(
      silent.map(([code]) => code),
      [],
    )
  })
})

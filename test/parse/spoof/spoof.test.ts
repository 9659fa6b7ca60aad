import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Cage, openCage } from '../../../src/parse/cage.ts'
import { GENUINE } from './genuine-mails.ts'
import { type Case, expected, judged } from './judged.ts'
import { FALSE_AUTHORS } from './spoofed-authors.ts'
import { CHANGED } from './spoofed-changes.ts'
import { BAD_SIGNATURES, FOREIGN_SIGNERS } from './spoofed-signers.ts'
import { FALSE_VERDICTS } from './spoofed-verdicts.ts'

const SPOOFED = [...FOREIGN_SIGNERS, ...BAD_SIGNATURES, ...CHANGED, ...FALSE_VERDICTS, ...FALSE_AUTHORS]

describe('the sender of a mail', () => {
  let cage: Cage
  before(() => {
    cage = openCage({ workers: 2 })
  })
  after(() => cage[Symbol.asyncDispose]())

  async function become(cases: readonly Case[]): Promise<void> {
    assert.deepEqual(await judged(cage, cases), expected(cases))
  }

  it('is verified for what Amazon signed, in every form a signature may have', async () => become(GENUINE))

  it('is not verified by another signer than Amazon', async () => become(FOREIGN_SIGNERS))

  it('is not verified by a signature that is weak, expired or not meant for it', async () => become(BAD_SIGNATURES))

  it('is not verified once anything was changed that a reader sees', async () => become(CHANGED))

  it('is not verified by a word that is not our own server’s on the very matter', async () => become(FALSE_VERDICTS))

  it('is not verified for an author who only looks like Amazon', async () => become(FALSE_AUTHORS))
})

describe('the spoofed mails', () => {
  it('are more than sixty, and none of them may be verified', () => {
    assert.ok(new Set(SPOOFED.map(({ mail }) => mail)).size > 60)
    assert.ok(SPOOFED.every(({ becomes }) => becomes !== 'verified'))
  })
})

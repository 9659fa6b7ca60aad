import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { after, HOUR_MS, MINUTE_MS } from '../../base/clock.ts'
import { rememberTxt, TXT_MEMORY } from './remember-txt.ts'

describe('rememberTxt', () => {
  it('asks once for many mails, and again after an hour', async () => {
    const dns = countingDns(async () => [['p=x']])

    await Promise.all([dns.ask('a'), dns.ask('a')])
    dns.pass(HOUR_MS - 1)
    assert.deepEqual(await dns.ask('a'), [['p=x']])
    assert.equal(dns.asked(), 1)
    dns.pass(1)
    await dns.ask('a')

    assert.equal(dns.asked(), 2)
  })

  it('asks again after a minute when there was no answer or an empty one', async () => {
    const empty = countingDns(async () => [])
    const failing = countingDns(async () => Promise.reject(new Error('no answer')))

    for (const dns of [empty, failing]) {
      await dns.ask('a').catch(() => undefined)
      dns.pass(MINUTE_MS - 1)
      await dns.ask('a').catch(() => undefined)
      assert.equal(dns.asked(), 1)
      dns.pass(1)
      await dns.ask('a').catch(() => undefined)
      assert.equal(dns.asked(), 2)
    }
  })

  it('forgets the oldest names', async () => {
    const dns = countingDns(async () => [['p=x']])

    for (let at = 0; at <= TXT_MEMORY.names; at += 1) await dns.ask(`name${at}`)
    await dns.ask(`name${TXT_MEMORY.names}`)
    await dns.ask('name0')

    assert.equal(dns.asked(), TXT_MEMORY.names + 2)
  })
})

function countingDns(answer: () => Promise<readonly (readonly string[])[]>) {
  let now = new Date('2026-11-24T10:00:00Z')
  let asked = 0
  const ask = rememberTxt(
    async () => {
      asked += 1
      return await answer()
    },
    { now: () => now },
  )
  return {
    ask,
    asked: () => asked,
    pass(ms: number) {
      now = after(now, ms)
    },
  }
}

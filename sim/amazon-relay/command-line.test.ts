import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCommandLine } from './command-line.ts'

test('starts on free ports without a desk when nothing is said', () => {
  assert.deepEqual(readCommandLine([]), {
    kind: 'start',
    smtpPort: 0,
    httpPort: 0,
    desk: { door: undefined, mailbox: 'desk@shop.example', approvedSenders: ['desk@shop.example'], language: 'en' },
    copies: false,
    talkative: false,
    seed: undefined,
    plays: false,
    endsWithStdin: false,
  })
})

test('makes the mailbox an approved sender and reads where the desk is', () => {
  const command = readCommandLine(['--deliver-to', '[::1]:2525', '--lmtp', '--mailbox', 'a@shop.example'])

  assert.ok(command.kind === 'start')
  assert.deepEqual(command.desk.door, { host: '::1', port: 2525, protocol: 'lmtp' })
  assert.deepEqual(command.desk.approvedSenders, ['a@shop.example'])
})

test('says what is wrong with a port, a place, a language and an unknown option', () => {
  for (const args of [
    ['--smtp-port', 'x'],
    ['--http-port', '70000'],
    ['--deliver-to', '2525'],
    ['--language', 'xx'],
    ['--nonsense'],
  ]) {
    const command = readCommandLine(args)
    assert.ok(command.kind === 'misuse')
    assert.match(command.sentence, new RegExp(args[0] ?? '', 'u'))
  }
})

test('helps, whatever else is asked', () => {
  assert.deepEqual(readCommandLine(['--help', '--play']), { kind: 'help' })
})

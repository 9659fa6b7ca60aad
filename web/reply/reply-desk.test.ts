import assert from 'node:assert/strict'
import { test } from 'node:test'

import { currentPack } from '../../src/policy/pack/current-pack.ts'
import { DraftChain, NO_DRAFT } from './draft-chain.ts'
import { judge } from './judge.ts'
import type { EditorHandle } from './reply-desk.ts'
import { ReplyDesk } from './reply-desk.ts'
import { blocking } from './verdict-words.ts'

const UNSAFE = 'Hello, thank you for writing. Please mail me at joy@example.com today. We are happy to help you here.'

function openDesk() {
  const waiting = new Set<() => void>()
  const later = (run: () => void) => {
    waiting.add(run)
    return () => waiting.delete(run)
  }
  const chain = new DraftChain({ save: () => new Promise(() => undefined), later }, NO_DRAFT)
  return {
    desk: new ReplyDesk({ key: '1/1', chain, judge: (text) => judge(text, { pack: currentPack() }), later }),
    waiting,
  }
}

/** A text box that remembers what it was told. */
function openEditor() {
  const told: string[] = []
  const editor: EditorHandle = {
    setText: (text) => told.push(`text: ${text}`),
    reveal: (finding) => told.push(`reveal: ${finding.span.start}`),
    focus: () => told.push('focus'),
  }
  return { editor, told }
}

test('judges what is typed at once', () => {
  const { desk } = openDesk()

  assert.equal(desk.type(UNSAFE).verdict, 'blocked')
  assert.equal(desk.judged.get().verdict, 'blocked')
})

test('tells the page later while the same rules are met', () => {
  const { desk, waiting } = openDesk()
  desk.type(UNSAFE)
  const shown = desk.judged.get()

  desk.type(`${UNSAFE} Bye.`)

  assert.equal(desk.judged.get(), shown)
  for (const run of waiting) run()
  assert.equal(desk.judged.get().text, `${UNSAFE} Bye.`)
})

test('mends the sentence that stands now, though the page showed an older text', () => {
  const { desk } = openDesk()
  const { editor, told } = openEditor()
  desk.attach(editor)
  desk.type(UNSAFE)
  const [shown] = blocking(desk.judged.get())
  assert.ok(shown)
  desk.type(`Dear Maria. ${UNSAFE}`)

  desk.fix(shown)

  assert.equal(desk.newest.verdict, 'clear')
  assert.match(desk.text, /^Dear Maria\. Hello, thank you for writing\./u)
  assert.doesNotMatch(desk.text, /joy@example/u)
  assert.deepEqual(told, [`text: ${desk.text}`, 'focus'])
})

test('goes to the first problem when none is named', () => {
  const { desk } = openDesk()
  const { editor, told } = openEditor()
  desk.attach(editor)
  desk.type(UNSAFE)

  desk.reveal()

  assert.deepEqual(told, [`reveal: ${UNSAFE.indexOf('mail me')}`])
})

test('forgets what the desk found once the text changes', () => {
  const { desk } = openDesk()
  desk.type('Hello, thank you for your message. We will help you here on Amazon.')
  const [finding] = judge(UNSAFE, { pack: currentPack() }).findings
  assert.ok(finding)

  desk.addFindings([{ ...finding, span: { start: 0, end: 5 } }])
  assert.equal(desk.judged.get().verdict, 'blocked')
  desk.type('Hello, thank you for your message. We will help you here on Amazon today.')

  assert.equal(desk.newest.verdict, 'clear')
})

test('puts the cursor into a text box that opens after it was asked for', () => {
  const { desk } = openDesk()
  const { editor, told } = openEditor()

  desk.focus()
  desk.attach(editor)

  assert.deepEqual(told, ['focus'])
})

test('keeps a notice until the person writes on', () => {
  const { desk } = openDesk()

  desk.refuse('reply-open')
  assert.equal(desk.notice.get(), 'reply-open')
  desk.type('Hello')

  assert.equal(desk.notice.get(), undefined)
})

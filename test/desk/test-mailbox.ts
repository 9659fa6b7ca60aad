import assert from 'node:assert/strict'

import { inAccount } from '../../src/flow/in-account.ts'
import { changeMailbox, type MailboxChangeWish } from '../../src/flow/mailbox/change-mailbox.ts'
import { listWatched } from '../../src/flow/mailbox/list-watched.ts'
import { readWatched } from '../../src/flow/mailbox/open-source.ts'
import { removeSource } from '../../src/flow/mailbox/remove-source.ts'
import { setSource, type SourceWish } from '../../src/flow/mailbox/set-source.ts'
import { showMailboxes, type ShownMailbox } from '../../src/flow/mailbox/show-mailboxes.ts'
import { trySource } from '../../src/flow/mailbox/try-source.ts'
import type { MailboxId } from '../../src/model/ids.ts'
import type { MailboxPosition } from '../../src/model/mailbox-source.ts'
import { movePosition } from '../../src/store/mailbox-position.ts'
import type { WatchedSource } from '../../src/store/mailbox-source.ts'
import type { TestAccount, TestDesk } from './test-desk.ts'

/** A source that nobody connects to. */
export const TEST_SOURCE = {
  host: 'imap.shop.example',
  port: 993,
  security: 'tls',
  user: 'eingang@shop.example',
  password: 'ein-sehr-geheimes-wort',
  folder: 'INBOX',
} as const

/** The mailbox of a new account, and what its owner and its watcher do with it. */
export interface TestMailbox {
  readonly id: MailboxId
  readonly account: TestAccount
  /** Sets a source that differs from `TEST_SOURCE` in this; throws when it is refused. */
  set(other?: Partial<SourceWish>): Promise<ShownMailbox>
  trySet(other: Partial<SourceWish>): Promise<string>
  try(other: Partial<SourceWish>): Promise<Extract<Awaited<ReturnType<typeof trySource>>, { kind: 'tried' }>>
  change(wish: Omit<MailboxChangeWish, 'accountId' | 'mailboxId'>): Promise<void>
  remove(): Promise<ShownMailbox>
  show(): Promise<ShownMailbox>
  watched(): Promise<WatchedSource>
  move(from: MailboxPosition | undefined, to: MailboxPosition): Promise<boolean>
  fetchTo(to: MailboxPosition): Promise<void>
}

/** Opens an account of this name for its one mailbox. */
export async function newTestMailbox(desk: TestDesk, name: string): Promise<TestMailbox> {
  const { parts, owner } = desk
  const account = await desk.openAccount(name)
  const { accountId } = account
  const show = async (): Promise<ShownMailbox> => {
    const shown = await showMailboxes(parts, owner, { accountId })
    assert.ok(!('ok' in shown) && shown[0])
    return shown[0]
  }
  const { id } = (await show()).mailbox
  const wish = (other: Partial<SourceWish>): SourceWish => ({ ...TEST_SOURCE, ...other, accountId, mailboxId: id })
  const box: TestMailbox = {
    id,
    account,
    show,
    async set(other = {}) {
      const outcome = await setSource(parts, owner, wish(other))
      assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
      return outcome.shown
    },
    async trySet(other) {
      const outcome = await setSource(parts, owner, wish(other))
      return outcome.ok ? 'set' : outcome.reason
    },
    async try(other) {
      const outcome = await trySource(parts, owner, wish(other))
      assert.ok(!('ok' in outcome))
      return outcome
    },
    async change(changes) {
      const outcome = await changeMailbox(parts, owner, { accountId, mailboxId: id, ...changes })
      assert.ok(outcome.ok)
    },
    async remove() {
      const outcome = await removeSource(parts, owner, { accountId, mailboxId: id })
      assert.ok(outcome.ok)
      return outcome.shown
    },
    async watched() {
      const found = (await listWatched(parts)).find(({ mailboxId }) => mailboxId === id)
      assert.ok(found)
      return found
    },
    async move(from, to) {
      const moved = await inAccount(parts, owner, { accountId, permission: 'account:write' }, ({ tx, scope, now }) =>
        movePosition(tx, scope, id, { from, to, at: now }),
      )
      assert.ok(typeof moved === 'boolean')
      return moved
    },
    async fetchTo(to) {
      const read = await readWatched(parts, await box.watched())
      assert.equal(await box.move(read?.position, to), true)
    },
  }
  return box
}

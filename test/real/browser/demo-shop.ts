import assert from 'node:assert/strict'

import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'

import { buildWebIfStale } from '../../../tools/build/web.ts'
import { ROOT } from '../../../tools/command.ts'
import { type DeskProcess, startDeskProcess } from '../../process/desk-process.ts'
import { launchChromium } from './chromium.ts'
import { openWatchedPage, type PageOptions } from './watched-page.ts'

/** Where the demo's mail arrives. */
export const MAILBOX = 'amazon@northpine.example'

const takenReplies = z.array(z.object({ to: z.string(), text: z.string() }))
const sentBuyerMail = z.object({ relayAddress: z.string() })
const me = z.object({ accounts: z.array(z.object({ id: z.string() })) })

export interface VisitOptions extends PageOptions {
  /** What the desk is meant to refuse meanwhile, such as `409 PUT draft`. (Default: nothing) */
  readonly refusals?: readonly string[]
  /** False leaves the page at the sign-in. (Default: true) */
  readonly isSignedIn?: boolean
}

/** The demo, with its dozen buyers and the simulated Amazon, and a browser to look at it with. */
export interface DemoShop extends AsyncDisposable {
  readonly desk: DeskProcess
  readonly accountId: string
  /** The link that signs in. */
  readonly link: string
  /** Opens the inbox in a profile of its own. Fails when anything in the page went wrong meanwhile. */
  visit(work: (page: Page) => Promise<void>, options?: VisitOptions): Promise<void>
  /** A buyer writes; gives the relay address. */
  buyerWrites(name: string, text: string): Promise<string>
  /** What becomes of the replies to a buyer from now on, such as `bounce`. */
  treatReplies(relayAddress: string, answers: 'deliver' | 'bounce'): Promise<void>
  /** Whether Amazon takes mail from our address from now on; where it does not, it says so by mail. */
  approveSender(isApproved: boolean): Promise<void>
  /** The texts of the replies that reached a buyer. */
  repliesTo(relayAddress: string): Promise<readonly string[]>
}

/** Starts both, on pages built from what they are made of now. The time to undo is long enough for a slow machine. */
export async function openDemoShop(): Promise<DemoShop> {
  await buildWebIfStale(ROOT)
  await using opened = new AsyncDisposableStack()
  const environment = { SAFEREPLY_UNDO_SECONDS: '5', SAFEREPLY_LOG_LEVEL: 'error' }
  const desk = opened.use(await startDeskProcess({ command: 'demo', environment }))
  const browser = opened.adopt(await launchChromium(), (one) => one.close())
  const { url, token, amazon } = desk.ready
  const link = `${url}/#token=${token}`
  const [account] = me.parse(await (await desk.request('/me')).json()).accounts
  assert.ok(account)

  async function ask(path: string, body?: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const init = body === undefined ? {} : { method, headers, body: JSON.stringify(body) }
    const response = await fetch(`${amazon}${path}`, init)
    assert.ok(response.ok, `the simulated Amazon answered ${response.status} to ${path}`)
    return response.json()
  }

  const closing = opened.move()
  return {
    desk,
    accountId: account.id,
    link,
    visit: (work, options = {}) => visit(browser, { url, link }, { work, options }),
    async buyerWrites(name, text) {
      return sentBuyerMail.parse(await ask('/buyers', { name, text, marketplace: 'co.uk' })).relayAddress
    },
    async treatReplies(relayAddress, answers) {
      const [alias = ''] = relayAddress.split('@')
      await ask(`/buyers/${encodeURIComponent(alias)}/mode`, { answers }, 'PUT')
    },
    async approveSender(isApproved) {
      const { host, port } = desk.ready.door
      await ask('/mode', { unapproved: 'notice' }, 'PUT')
      await ask('/desk', { host, port, mailbox: MAILBOX, approvedSenders: isApproved ? [MAILBOX] : [] }, 'PUT')
    },
    async repliesTo(relayAddress) {
      const replies = takenReplies.parse(await ask(`/inbox?to=${encodeURIComponent(relayAddress)}`))
      return replies.map(({ text }) => text)
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

interface Visit {
  readonly work: (page: Page) => Promise<void>
  readonly options: VisitOptions
}

async function visit(browser: Browser, desk: { url: string; link: string }, { work, options }: Visit): Promise<void> {
  const { isSignedIn = true, refusals = [] } = options
  await using watched = await openWatchedPage(browser, desk.url, options)
  const { page } = watched
  await page.goto(isSignedIn ? desk.link : desk.url)
  if (isSignedIn) await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().waitFor()
  await work(page)
  assert.deepEqual(watched.complaints, [])
  assert.deepEqual(watched.refusals, refusals)
}

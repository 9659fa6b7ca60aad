import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import type { Locator, Page } from 'playwright-core'
import { z } from 'zod'

import { accessibilityFaults } from './browser/accessibility.ts'
import { assertChromium } from './browser/chromium.ts'
import { openDemoShop } from './browser/demo-shop.ts'
import { composer, openConversation, replyBox, rows, thread, write } from './browser/desk-page.ts'

const SAFE = 'Hello, we have sent you a new one today. It will arrive on Friday.'
const ACKNOWLEDGEMENT = 'Hello, thank you for your message. We have received it and will get back to you.'

assertChromium()
const shop = await openDemoShop()
after(() => shop[Symbol.asyncDispose]())

function pageUrl(place: string): string {
  return `${shop.desk.ready.url}/a/${shop.accountId}/${place}`
}

function noResponse(page: Page): Locator {
  return page.getByRole('button', { name: 'No response needed' })
}

/** Opens the alerts under their bell. */
async function openAlerts(page: Page): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'Desk' })
    .getByRole('button', { name: /^Alerts/u })
    .click()
  const alerts = page.getByRole('dialog', { name: 'Alerts' })
  await alerts.getByRole('list').waitFor()
  return alerts
}

const inbox = z.object({ items: z.array(z.object({ id: z.string(), buyerName: z.string() })) })

/** Sends a reply as another program would, in the name of the same person; a draft newer than the first one stays. */
async function sendElsewhere(buyerName: string, text: string): Promise<void> {
  const { desk, accountId } = shop
  const listed = await desk.request(`/accounts/${accountId}/conversations?view=all&limit=100`)
  const found = inbox.parse(await listed.json()).items.find((row) => row.buyerName === buyerName)
  assert.ok(found)
  const path = `/accounts/${accountId}/conversations/${found.id}`
  const headers = new Headers({ 'content-type': 'application/json', 'idempotency-key': 'sent-elsewhere' })
  headers.set('if-match', (await desk.request(path)).headers.get('etag') ?? '')
  const body = JSON.stringify({ text, draftVersion: 1 })
  const sent = await desk.request(`${path}/replies`, { method: 'POST', headers, body })
  assert.equal(sent.status, 201)
}

test('that a message needs no answer is said with its reason, and taken back by a word or by z', async () => {
  await shop.buyerWrites('Ottilie Wrenfield', 'Thank you, it has arrived and is lovely!')
  await shop.visit(async (page) => {
    await openConversation(page, 'Ottilie Wrenfield')
    await noResponse(page).click()
    const link = page.getByRole('menuitem', { name: 'Open Amazon' })
    const [target, rel, url] = await Promise.all(['target', 'rel', 'href'].map((name) => link.getAttribute(name)))
    await page.getByRole('menuitem', { name: 'It only thanks' }).click()
    await thread(page).getByText('No answer needed: it only thanks.').waitFor()
    await page.getByText('Nothing to answer. The clock rests.').waitFor()
    await page.keyboard.press('z')
    await noResponse(page).waitFor()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: 'Nothing is asked' }).click()
    await thread(page).getByRole('link', { name: "Open Amazon's link" }).waitFor()
    await thread(page).getByRole('button', { name: 'It needs one after all' }).click()
    await noResponse(page).waitFor()

    assert.deepEqual([target, rel], ['_blank', 'noopener noreferrer'])
    assert.match(url ?? '', /^https:\/\/sellercentral\.amazon\.co\.uk\/messaging\/no-response-needed\?/u)
    assert.equal(await thread(page).getByText('No answer needed').count(), 0)
  })
})

test('an acknowledgement keeps its conversation on us, in words, until it is said that nothing is owed', async () => {
  await shop.buyerWrites('Rosamund Applegarth', 'What is wrong with the lamp?')
  await shop.visit(async (page) => {
    await openConversation(page, 'Rosamund Applegarth')
    await write(page, ACKNOWLEDGEMENT)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Waiting on us: you said that you would come back').waitFor()
    await page.getByRole('link', { name: 'Waiting On us' }).click()
    const row = rows(page).filter({ hasText: 'Rosamund Applegarth' })
    await row.getByText('Waiting on us').waitFor()
    await row.click()
    await thread(page).getByText('the buyer still waits for you').waitFor()
    // The copy that confirms it changes the conversation once more, and a word about the older one would be refused.
    await thread(page).getByText('Confirmed by Amazon').waitFor()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await page.getByText('Nothing to answer. The clock rests.').waitFor()

    await row.waitFor({ state: 'detached' })
  })
})

test('a reply that came back raises an alert before one’s eyes, which leads to it and goes once it is seen', async () => {
  const buyer = await shop.buyerWrites('Tobias Quillfeather', 'The cup is broken. What now?')
  await shop.treatReplies(buyer, 'bounce')
  await shop.visit(async (page) => {
    await openConversation(page, 'Tobias Quillfeather')
    await write(page, SAFE)
    await page.keyboard.press('Control+Enter')
    await thread(page).getByText('Came back').waitFor()
    await page.goto(pageUrl('deadlines'))
    const alert = (await openAlerts(page))
      .getByRole('listitem')
      .filter({ hasText: 'Your reply to Tobias Quillfeather' })
    await alert.getByRole('link').click()
    await thread(page).getByText('Came back').waitFor()
    await openAlerts(page)
    await alert.getByRole('button', { name: /^Seen/u }).click()
    await alert.waitFor({ state: 'detached' })
    await page.reload()
    await openAlerts(page)

    assert.equal(await alert.count(), 0)
  })
})

test('whatever is due stands in one list, due first, with how it stands and the way to its conversation', async () => {
  await shop.visit(async (page) => {
    await page.goto(pageUrl('deadlines'))
    const dues = page.getByRole('region', { name: 'Deadlines' }).getByRole('listitem')
    await dues.first().waitFor()
    const times = await dues.locator('time').all()
    const instants = await Promise.all(times.map(async (time) => (await time.getAttribute('datetime')) ?? ''))
    await dues.filter({ hasText: 'Ottilie Brandwein' }).first().getByText('Late').waitFor()
    await dues.first().getByRole('link').click()
    await thread(page).waitFor()

    assert.ok(instants.length > 10)
    assert.deepEqual(instants, instants.toSorted())
  })
})

test('the response time stands in three windows, with what counts and where that is written', async () => {
  await shop.visit(async (page) => {
    await page.goto(pageUrl('response'))
    await page.getByRole('heading', { name: 'Last 90 days' }).waitFor()
    const said = await page.getByRole('region', { name: 'Response time' }).innerText()

    assert.match(said, /Last 7 days[^]+Last 30 days[^]+Last 90 days/u)
    assert.match(said, /within 24 hours/u)
    assert.match(said, /read \d{4}-\d{2}-\d{2}/u)
  })
})

test('an address that Amazon refuses is named above the list until somebody says that it is taken again', async () => {
  await shop.buyerWrites('Cornelius Batherby', 'Is the kettle made of steel?')
  await shop.approveSender(false)
  await shop.visit(async (page) => {
    await openConversation(page, 'Cornelius Batherby')
    await write(page, SAFE)
    await page.keyboard.press('Control+Enter')
    const strip = page.getByText('Amazon takes no mail from')
    await strip.waitFor()
    await shop.approveSender(true)
    await page.getByRole('button', { name: 'Amazon takes mail from it again' }).click()
    await strip.waitFor({ state: 'detached' })
    await page.goto(pageUrl('mailboxes'))

    await page.getByText('in use').waitFor()
  })
})

test('when another answer came in between, nothing is sent, the text stays and the other answer is shown', async () => {
  const buyer = await shop.buyerWrites('Euphemia Larkspur', 'Does the lid fit the large pot?')
  await shop.visit(
    async (page) => {
      // Without the stream of changes the page learns of it from the desk's refusal.
      await page.route('**/api/v1/events', (route) => route.abort())
      await page.reload()
      await openConversation(page, 'Euphemia Larkspur')
      await write(page, 'Hello,')
      await write(page, ' the lid fits the large pot.')
      await sendElsewhere('Euphemia Larkspur', SAFE)
      await page.keyboard.press('Control+Enter')
      await composer(page).getByText('Another answer came in between').waitFor()
      await thread(page).getByText(SAFE).waitFor()

      assert.equal(await replyBox(page).innerText(), 'Hello, the lid fits the large pot.')
      await thread(page)
        .getByText('Confirmed by Amazon')
        .or(thread(page).getByText('Waiting to leave'))
        .first()
        .waitFor()
    },
    { refusals: ['409 POST replies'] },
  )
  assert.ok((await shop.repliesTo(buyer)).length <= 1)
})

test('axe finds no fault in the pages of mail out, light and dark, wide, narrow and on a phone', async () => {
  const faults: string[] = []

  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const look: Look = async (page, state) => {
        const found = await accessibilityFaults(page)
        faults.push(...found.map((fault) => `${state}, ${width}, ${colorScheme}: ${fault}`))
      }
      await shop.visit((page) => lookAtPages(page, look, width), { width, height, colorScheme })
    }
  }

  assert.deepEqual(faults, [])
})

type Look = (page: Page, state: string) => Promise<void>

async function lookAtPages(page: Page, look: Look, width: number): Promise<void> {
  if (width < 900) {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).waitFor()
    await look(page, 'more places')
  } else {
    await openAlerts(page)
    await look(page, 'alerts under their bell')
  }
  await page.goto(pageUrl('alerts'))
  await page.getByRole('button', { name: 'All seen' }).waitFor()
  await look(page, 'alerts')
  await page.goto(pageUrl('deadlines'))
  await page.getByText('Answer the buyer').first().waitFor()
  await look(page, 'deadlines')
  await page.goto(pageUrl('response'))
  await page.getByRole('heading', { name: 'Last 90 days' }).waitFor()
  await look(page, 'response time')
  await page.goto(pageUrl('mailboxes'))
  await page.getByText('in use').waitFor()
  await look(page, 'mailboxes and senders')
  await page.goto(pageUrl(''))
  await openConversation(page, 'Ottilie Wrenfield')
  await noResponse(page).click()
  await page.getByRole('menuitem', { name: 'It only thanks' }).waitFor()
  await look(page, 'reasons to need no answer')
  await page.getByRole('menuitem', { name: 'It only thanks' }).click()
  await thread(page).getByText('No answer needed').waitFor()
  await look(page, 'no answer needed')
  await thread(page).getByRole('button', { name: 'It needs one after all' }).click()
  await noResponse(page).waitFor()
}

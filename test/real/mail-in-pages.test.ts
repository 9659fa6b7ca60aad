import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import type { Page } from 'playwright-core'

import { SECOND_MS } from '../../src/base/clock.ts'
import { claimOpened } from '../desk/amazon-mail.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { accessibilityFaults } from './browser/accessibility.ts'
import { assertChromium } from './browser/chromium.ts'
import { MAILBOX, openDemoShop } from './browser/demo-shop.ts'
import { rows, thread } from './browser/desk-page.ts'
import { assertDovecot, openDovecot } from './dovecot/dovecot-server.ts'

const ORDER_REPORT = [
  'amazon-order-id\tpurchase-date\tfulfillment-channel\tcurrency\titem-price\tbuyer-name\tship-city',
  '302-7654321-7654321\t2026-11-20T08:00:00+00:00\tMerchant\tEUR\t49.90\tIsolde Kranichfeld\tMusterstadt',
].join('\n')

assertChromium()
assertDovecot()
const dovecot = await openDovecot()
after(() => dovecot[Symbol.asyncDispose]())
const shop = await openDemoShop()
after(() => shop[Symbol.asyncDispose]())

/** A mail of somebody who calls a domain of their own almost like Amazon's. */
function lookAlikeMail(subject: string): string {
  return [
    'From: "Amazon Services" <service@arnazon-help.example>',
    `To: ${MAILBOX}`,
    `Subject: ${subject}`,
    '',
    'Sign in at https://arnazon-help.example/now to keep it.',
    '',
  ].join('\r\n')
}

/** Adds a mailbox of this name in the page and stays at its form. */
async function addMailbox(page: Page, user: string): Promise<void> {
  await page.goto(pageUrl('mailboxes'))
  await page.getByRole('button', { name: 'Add a mailbox' }).click()
  await page.getByLabel("Address where Amazon's mail arrives").fill(`${user}@northpine.example`)
  await page.getByRole('dialog').getByLabel('Address your answers leave from').fill(MAILBOX)
  await page.getByRole('button', { name: /^Next/u }).click()
  await page.getByLabel('Mail server (IMAP)').waitFor()
}

async function fillServer(page: Page, user: string): Promise<void> {
  await page.getByLabel('Mail server (IMAP)').fill('127.0.0.1')
  await page.getByLabel('Encryption').selectOption('none')
  await page.getByLabel('Port').fill(String(dovecot.port))
  await page.getByLabel('User').fill(user)
  await page.getByLabel('Password').fill(dovecot.password)
}

function mailboxRow(page: Page, user: string) {
  return page.getByRole('listitem').filter({ hasText: `${user}@northpine.example` })
}

function pageUrl(place: string): string {
  return `${shop.desk.ready.url}/a/${shop.accountId}/${place}`
}

test('a mailbox is tried, mended, saved, fetched before one’s eyes, and its mail accounted for', async () => {
  const name = 'Rosalinde Fichtenau'
  await dovecot.deliver('first', [
    buyerMail({ to: 'first@northpine.example', name, date: new Date(Date.now() - 60 * SECOND_MS) }),
    claimOpened('302-1111111-1111111', new Date(Date.now() - 30 * SECOND_MS), 3),
  ])
  await shop.visit(async (page) => {
    await addMailbox(page, 'first')
    await fillServer(page, 'first')
    await page.getByLabel('Folder', { exact: true }).fill('Amzon')
    await page.getByRole('button', { name: 'Try it' }).click()
    await page.getByRole('group', { name: 'Folders there are' }).getByRole('button', { name: 'INBOX' }).click()
    await page.getByText('It works').waitFor()
    const found = await page.getByText('2 mails in INBOX').count()
    await page.getByRole('button', { name: 'Save' }).click()
    await mailboxRow(page, 'first').getByText('Up to date').waitFor()

    assert.equal(found, 1)
    assert.doesNotMatch(await page.content(), new RegExp(dovecot.password, 'u'))

    await page.goto(pageUrl('proof'))
    await page.getByRole('button', { name: 'Compare now' }).click()
    await page.getByText('Server 2 = stored 2 + repeated 0 + notices 0 + set aside 0. Missing: 0.').waitFor()
    await page.getByRole('button', { name: 'Compare now' }).waitFor()

    await page.goto(pageUrl('?view=all'))
    await rows(page).filter({ hasText: name }).click()
    await thread(page).getByText('wo ist mein Paket').waitFor()
  })
})

test('a claim shows what it asks for and by when, takes no answer, and ends when a person says that it is done', async () => {
  await shop.visit(async (page) => {
    await rows(page).filter({ hasText: '302-1111111-1111111' }).click()
    await thread(page).getByRole('heading', { name: 'A-to-z claim opened' }).waitFor()
    await page.getByText('There is no address to answer').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Yes, it is done' }).click()
    await page.getByText('Nothing to answer. The clock rests.').waitFor()
    await page.getByText('question about the A-to-z claim: done').waitFor()

    assert.match(await thread(page).innerText(), /€119\.00/u)
  })
})

test('what is not tried is saved only on a second word, and a wrong password says so in the list and the inbox', async () => {
  await shop.visit(async (page) => {
    await addMailbox(page, 'second')
    await fillServer(page, 'second')
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('It was not tried').waitFor()
    await page.getByRole('button', { name: 'Save anyway' }).click()
    await mailboxRow(page, 'second').getByText('Cannot log in').waitFor()
    await page.goto(pageUrl(''))
    await page.getByText('A mailbox is not fetched').waitFor()

    assert.equal((await rows(page).count()) > 0, true)
  })
})

test('fetching can be kept while its end is near, and ends otherwise', async () => {
  await shop.visit(async (page) => {
    await page.goto(pageUrl('mailboxes'))
    const stop = mailboxRow(page, 'second').getByRole('button', { name: 'Stop fetching' })
    await stop.click()
    await page.getByRole('button', { name: 'Undo' }).click()
    const isKept = await stop.isEnabled()
    await stop.click()
    await mailboxRow(page, 'second').getByText('Not fetched').waitFor()

    assert.equal(isKept, true)
  })
})

test('a mail that only looks like Amazon’s cannot be released, and is reported after a second word', async () => {
  await shop.desk.handIn(MAILBOX, lookAlikeMail('Your account will be closed'))
  await shop.visit(async (page) => {
    await page.goto(pageUrl('quarantine'))
    const mail = page.getByRole('listitem').filter({ hasText: 'Your account will be closed' })
    await mail.getByRole('button', { name: 'Report as phishing' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Report as phishing' }).click()
    await page.getByText('Marked as phishing').waitFor()
    await mail.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Decided' }).click()

    await mail.getByText('Phishing').waitFor()
    assert.equal(await mail.getByRole('button').count(), 0)
  })
})

test('an order report is taken without its personal columns, and says which those were', async () => {
  await shop.visit(async (page) => {
    await page.goto(pageUrl('order-report'))
    const file = { name: 'orders.txt', mimeType: 'text/plain', buffer: Buffer.from(ORDER_REPORT) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('1 order from 1 line, 1 of them new or changed').waitFor()

    const said = await page.getByRole('region', { name: 'Order report' }).innerText()
    assert.match(said, /were not read: .*buyer-name/u)
    assert.doesNotMatch(said, /Kranichfeld/u)
  })
})

test('axe finds no fault in the pages about mail, light and dark, wide, narrow and on a phone', async () => {
  await shop.desk.handIn(MAILBOX, lookAlikeMail('Your listings will be removed'))
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
      await shop.visit((page) => lookAtMailPages(page, look), { width, height, colorScheme })
    }
  }

  assert.deepEqual(faults, [])
})

type Look = (page: Page, state: string) => Promise<void>

async function lookAtMailPages(page: Page, look: Look): Promise<void> {
  await page.goto(pageUrl('mailboxes'))
  await mailboxRow(page, 'first').getByRole('button', { name: 'Stop fetching' }).click()
  await page.getByText('Fetching ends').waitFor()
  await look(page, 'mailboxes, one ending')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Add a mailbox' }).click()
  await page.getByRole('button', { name: /^Next/u }).click()
  await page.getByText('Enter an address.').first().waitFor()
  await look(page, 'mailbox being added')
  await page.keyboard.press('Escape')
  await mailboxRow(page, 'first').getByRole('link', { name: /^Edit/u }).click()
  await page.getByLabel('Folder', { exact: true }).fill('Amzon')
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('group', { name: 'Folders there are' }).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Save it all the same?').waitFor()
  await look(page, 'mailbox with a fault')
  await page.goto(pageUrl('proof'))
  await page.getByText('Every mail is accounted for').first().waitFor()
  await look(page, 'proof')
  await page.goto(pageUrl('order-report'))
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  await look(page, 'order report')
  await page.goto(pageUrl('connect'))
  await page.getByText('Tell Amazon where to write').waitFor()
  await look(page, 'set-up')
  await page.goto(pageUrl('quarantine?state=decided'))
  await page.getByText('Your account will be closed').waitFor()
  await look(page, 'set aside, decided')
  await page.goto(pageUrl('quarantine'))
  await page.getByRole('button', { name: 'Report as phishing' }).first().click()
  await page.getByRole('dialog').waitFor()
  await look(page, 'phishing being reported')
  await page.goto(pageUrl('?view=all'))
  await rows(page).filter({ hasText: '302-1111111-1111111' }).click()
  await thread(page).getByRole('heading', { name: 'A-to-z claim opened' }).waitFor()
  await look(page, 'claim')
}

import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import type { Page } from 'playwright-core'
import { z } from 'zod'

import { accessibilityFaults } from './browser/accessibility.ts'
import { assertChromium } from './browser/chromium.ts'
import { MAILBOX, openDemoShop } from './browser/demo-shop.ts'
import { checks, composer, openConversation, replyBox, rows, thread, write } from './browser/desk-page.ts'

const SAFE = 'Hello, we have sent you a new one today. It will arrive on Friday.'
const UNSAFE = 'Hello, the number is +49 30 23125042 here. We have sent you a new one today.'

const PROBLEMS = /problems? blocks? sending/u

const STRANGERS_MAIL = [
  'From: "A stranger" <someone@elsewhere.example>',
  `To: ${MAILBOX}`,
  'Subject: An offer',
  '',
  'Would you like to buy shelves?',
  '',
].join('\r\n')

assertChromium()
const shop = await openDemoShop()
after(() => shop[Symbol.asyncDispose]())

test('the link signs in, leaves no token in the address, and the list is in the order of the deadlines', async () => {
  const page = await shop.desk.request(`/accounts/${shop.accountId}/conversations?limit=50`)
  const inbox = z
    .object({ items: z.array(z.object({ buyerName: z.string(), dueAt: z.string() })) })
    .parse(await page.json())

  await shop.visit(async (page) => {
    const names = (await rows(page).allInnerTexts()).map((text) => text.split('\n')[0])

    assert.equal(new URL(page.url()).href, `${shop.desk.ready.url}/a/${shop.accountId}`)
    assert.equal(names.length, 12)
    const due = inbox.items.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    assert.deepEqual(
      names,
      due.map(({ buyerName }) => buyerName),
    )
  })
})

test('what was removed from a message is a pill, and the card number stands nowhere in the page', async () => {
  await shop.visit(async (page) => {
    await openConversation(page, 'Marigold Pennyfeather')

    await thread(page).getByText('card number removed').waitFor()
    assert.match(await page.content(), /Marigold/u)
    assert.doesNotMatch(await page.content(), /4111[\s-]?1111/u)
  })
})

test('a telephone number blocks sending, says why, where that is written and since when, and Ctrl+. mends it', async () => {
  await shop.visit(async (page) => {
    await openConversation(page, 'Barnaby Thistlewick')

    await write(page, UNSAFE)
    await composer(page).getByText('1 problem blocks sending').first().waitFor()
    const finding = await checks(page).getByRole('listitem').filter({ hasText: 'No phone number' }).innerText()
    const isClosed = await composer(page).getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')
    await page.keyboard.press('Control+.')
    await checks(page).getByText('Safe to send').waitFor()

    assert.equal(isClosed, 'true')
    assert.match(finding, /No phone number/u)
    assert.match(finding, /which Amazon forbids/u)
    assert.match(finding, /\+49 30 23125042/u)
    assert.match(finding, /read \d{4}-\d{2}-\d{2}$/u)
    assert.doesNotMatch(await replyBox(page).innerText(), /23125042/u)
  })
})

test('a reply can be taken back with z; sent again it is confirmed before one’s eyes and arrived once', async () => {
  const buyer = await shop.buyerWrites('Wilhelmina Oakenshaw', 'Where is my kettle?')
  await shop.visit(async (page) => {
    await openConversation(page, 'Wilhelmina Oakenshaw')
    await page.evaluate('globalThis.isStillTheSamePage = true')

    await write(page, SAFE)
    await page.keyboard.press('Control+Enter')
    await thread(page).getByText('Waiting to leave').waitFor()
    const textWhileQueued = await replyBox(page).innerText()
    await page.keyboard.press('Escape')
    await page.keyboard.press('z')
    await composer(page).getByText('Taken back').waitFor()
    const textTakenBack = await replyBox(page).innerText()
    await page.keyboard.press('Control+Enter')
    await thread(page).getByText('Confirmed by Amazon').waitFor()

    assert.notEqual(textWhileQueued, SAFE)
    assert.equal(textTakenBack, SAFE)
    assert.equal(await page.evaluate('globalThis.isStillTheSamePage'), true)
    const [arrived = '', ...more] = await shop.repliesTo(buyer)
    assert.ok(arrived.startsWith(SAFE))
    assert.deepEqual(more, [])
  })
})

test('a draft is there again after the page is loaded anew', async () => {
  await shop.visit(async (page) => {
    await openConversation(page, 'Clementine Farrowdale')
    await write(page, SAFE)

    await page.reload()
    await replyBox(page).filter({ hasText: SAFE }).waitFor()

    await checks(page).getByText('Safe to send').waitFor()
  })
})

test('of two pages that write in one conversation the second is told so in place, and keeps its text', async () => {
  await shop.visit(async (first) => {
    await shop.visit(
      async (second) => {
        await openConversation(first, 'Gaspard Lormeau')
        await openConversation(second, 'Gaspard Lormeau')
        await write(first, 'Bonjour, voici la première réponse.')

        await replyBox(second).click()
        await second.keyboard.type(SAFE)
        await composer(second).getByText('This draft was changed in another window').waitFor()

        assert.equal(await replyBox(second).innerText(), SAFE)
        assert.equal(await replyBox(first).innerText(), 'Bonjour, voici la première réponse.')
      },
      { refusals: ['409 PUT draft'] },
    )
  })
})

test('without a mouse: j and Enter open a conversation, r writes, Escape leaves the text and the conversation', async () => {
  await shop.visit(async (page) => {
    const [, second = ''] = (await rows(page).allInnerTexts()).map((text) => text.split('\n')[0])

    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await thread(page).getByRole('heading', { name: second }).waitFor()
    await page.keyboard.press('r')
    await replyBox(page).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Hello')
    await replyBox(page).filter({ hasText: 'Hello' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    await page.waitForURL(({ pathname }) => pathname === `/a/${shop.accountId}`)
  })
})

test('on a phone one pane is seen at a time, and the reply takes the whole screen', async () => {
  await shop.visit(
    async (page) => {
      await openConversation(page, 'Januária Montefalso')
      const isListSeen = await rows(page).first().isVisible()

      await page.getByRole('button', { name: 'Reply to Januária Montefalso' }).click()
      await replyBox(page).waitFor()
      const box = await composer(page).boundingBox()
      await page.getByRole('button', { name: 'Close the reply' }).click()
      await page.getByRole('button', { name: 'Back to the list' }).click()
      await rows(page).first().waitFor()

      assert.equal(isListSeen, false)
      assert.deepEqual(box, { x: 0, y: 0, width: 390, height: 844 })
    },
    { width: 390, height: 844 },
  )
})

test('a link in a buyer’s message can be read and not followed', async () => {
  await shop.visit(async (page) => {
    await shop.buyerWrites('Cuthbert Larkspur', 'Look at https://parcel.example/track?id=7 and tell me.')

    await openConversation(page, 'Cuthbert Larkspur')

    assert.match(await thread(page).innerText(), /Look at .+ and tell me/u)
    assert.equal(await thread(page).getByRole('link').count(), 0)
    assert.equal(await page.locator('[href*="parcel.example"], [src*="parcel.example"]').count(), 0)
  })
})

test('a pasted text is judged at once, mended as a whole, and taken back', async () => {
  await shop.visit(async (page) => {
    await page.goto(`${shop.desk.ready.url}/a/${shop.accountId}/check`)
    const box = page.getByLabel('The text to check')
    const text = `${UNSAFE} Leave us five stars and you get a voucher.`
    await box.fill(text)
    await page.getByText(PROBLEMS).waitFor()

    await page.getByRole('button', { name: 'Mend everything' }).click()
    await page.getByText('Safe to send').waitFor()
    const mended = await box.inputValue()
    await page.getByRole('button', { name: 'Undo' }).click()

    assert.doesNotMatch(mended, /23125042|five stars/u)
    assert.match(mended, /We have sent you a new one today\./u)
    assert.equal(await box.inputValue(), text)
  })
})

test('a rule made stricter with a reason holds in the reply box, and one that is fixed offers no change', async () => {
  await shop.visit(async (page) => {
    await page.goto(`${shop.desk.ready.url}/a/${shop.accountId}/rules`)
    const rule = (title: string) => page.getByRole('listitem').filter({ hasText: title })
    await rule('No promise that cannot be kept').getByRole('button').click()
    await page.getByLabel('Never sent').check()
    const change = page.getByRole('dialog').getByRole('button', { name: 'Change the rule' })
    await change.click()
    await page.getByText('Say why in a sentence').waitFor()
    await page.getByLabel('Why').fill('We promise nothing that we cannot keep.')
    await change.click()
    await rule('No promise that cannot be kept').getByText('We promise nothing').waitFor()

    assert.equal(await rule('No e-mail address').getByRole('button').count(), 0)
    await page.goto(`${shop.desk.ready.url}/a/${shop.accountId}`)
    await openConversation(page, 'Barnaby Thistlewick')
    await write(page, 'Hello, you will definitely have it tomorrow, I promise.')
    await composer(page).getByText(PROBLEMS).first().waitFor()
    await checks(page).getByText('No promise that cannot be kept').waitFor()
  })
})

test('axe finds no fault in any state of the page, light and dark, wide, narrow and on a phone', async () => {
  await shop.desk.handIn(MAILBOX, STRANGERS_MAIL)
  const faults: string[] = []

  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const look = async (page: Page, state: string): Promise<void> => {
        const found = await accessibilityFaults(page)
        faults.push(...found.map((fault) => `${state}, ${width}, ${colorScheme}: ${fault}`))
      }
      const options = { width, height, colorScheme }
      await shop.visit((page) => lookAtEveryState(page, look), options)
      await shop.visit((page) => lookAtSignIn(page, look), { ...options, isSignedIn: false, refusals: ['401 GET me'] })
    }
  }

  assert.deepEqual(faults, [])
})

type Look = (page: Page, state: string) => Promise<void>

async function lookAtEveryState(page: Page, look: Look): Promise<void> {
  await look(page, 'inbox')
  await openConversation(page, 'Korbinian Sommerfeldt')
  await look(page, 'conversation')
  await page.keyboard.press('r')
  await write(page, UNSAFE)
  await composer(page).getByText(PROBLEMS).first().waitFor()
  await look(page, 'composer with findings')
  await page.goto(`${shop.desk.ready.url}/a/${shop.accountId}/quarantine`)
  await page.getByText('An offer').waitFor()
  await look(page, 'set aside')
  await page.goto(`${shop.desk.ready.url}/a/${shop.accountId}/check`)
  await page.getByText('Nothing to check yet').waitFor()
  await look(page, 'check, empty')
  await page.getByLabel('The text to check').fill(UNSAFE)
  await page.getByText(PROBLEMS).waitFor()
  await look(page, 'check with findings')
  await page.goto(`${shop.desk.ready.url}/a/${shop.accountId}/rules`)
  await page.getByText('OUT-004').waitFor()
  await look(page, 'rules')
  await page
    .getByRole('button', { name: /^Change the rule/u })
    .first()
    .click()
  await page.getByLabel('Why').waitFor()
  await look(page, 'rule being changed')
}

async function lookAtSignIn(page: Page, look: Look): Promise<void> {
  await page.getByRole('heading', { name: 'Open your desk' }).waitFor()
  await look(page, 'sign-in')
}

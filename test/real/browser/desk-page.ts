import type { Locator, Page } from 'playwright-core'

/** The rows of the list. */
export function rows(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Conversations' }).getByRole('option')
}

/** The messages of the open conversation. */
export function thread(page: Page): Locator {
  return page.getByRole('log', { name: 'Messages' })
}

/** The reply box with its verdict, strips and buttons. */
export function composer(page: Page): Locator {
  return page.getByRole('region', { name: 'Your reply' })
}

/** Where the reply is written. */
export function replyBox(page: Page): Locator {
  return composer(page).getByRole('textbox', { name: /^Reply to / })
}

/** The panel beside the conversation. */
export function checks(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Checks' })
}

/** Opens a conversation by its buyer. */
export async function openConversation(page: Page, buyer: string): Promise<void> {
  await rows(page).filter({ hasText: buyer }).click()
  await thread(page).getByRole('heading', { name: buyer }).first().waitFor()
}

/** Writes at the end of the reply, key by key, and waits until the desk holds the draft. */
export async function write(page: Page, text: string): Promise<void> {
  await replyBox(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  await composer(page).getByText('Draft saved').waitFor()
}

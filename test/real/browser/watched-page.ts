import type { Browser, BrowserContext, Page } from 'playwright-core'

/** A page that notes whatever goes wrong in it. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page
  /** Errors of the console and of scripts, violations of the content security policy, requests beyond the desk. */
  readonly complaints: readonly string[]
  /** Answers of the desk that were no success, such as `409 PUT draft`, in order. */
  readonly refusals: readonly string[]
}

export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** Opens an empty page in a profile of its own. (Default: 1440 by 900, light) */
export async function openWatchedPage(
  browser: Browser,
  deskUrl: string,
  options: PageOptions = {},
): Promise<WatchedPage> {
  const { width = 1440, height = 900, colorScheme = 'light' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const refusals: string[] = []
  await watchPolicy(context, complaints)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // What the desk refuses is counted as a refusal.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${deskUrl}/`)) complaints.push(`a request to ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() < 400) return
    const name = new URL(response.url()).pathname.split('/').at(-1)
    refusals.push(`${response.status()} ${response.request().method()} ${name}`)
  })
  return { page, complaints, refusals, [Symbol.asyncDispose]: () => context.close() }
}

/** The console is not told of every violation, but the document is. */
async function watchPolicy(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.exposeFunction('noteViolation', (words: string) => void complaints.push(words))
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => noteViolation(event.violatedDirective + ' ' + event.blockedURI))`,
  )
}

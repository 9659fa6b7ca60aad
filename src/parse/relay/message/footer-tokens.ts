const LINK = /https:\/\/[^\s<>"[\]]{1,2000}/gu
const TOKEN = /^[A-Za-z0-9_-]{4,64}$/u
const CASE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const NO_RESPONSE_PATH = '/messaging/no-response-needed'
const INBOX_PATH = '/messaging/inbox'
/** What Amazon's older template names a message by. */
const MANAGER_TOKEN = /\[commMgrTok:\s?([A-Za-z0-9_-]{4,120})\s?\]/u

/** What Amazon's footer names: the thread, the message, which is the same in every copy of it, and the case. */
export interface FooterTokens {
  readonly thread: string | undefined
  readonly message: string | undefined
  readonly caseId: string | undefined
}

/**
 * Reads the tokens from the footer, the text below the end marker. Only links of exactly Seller Central's host count,
 * the first that has what is asked for. A link is read, never followed: opening it would mark the message as answered.
 */
export function footerTokens(footer: string | undefined, marketplaceTlds: readonly string[]): FooterTokens {
  const links = sellerCentralLinks(footer ?? '', marketplaceTlds)
  const answer = links.find(({ pathname }) => pathname === NO_RESPONSE_PATH)
  const inbox = links.find(({ pathname }) => pathname === INBOX_PATH)
  return {
    thread: parameter(answer, 't', TOKEN),
    message: parameter(answer, 'm', TOKEN) ?? MANAGER_TOKEN.exec(footer ?? '')?.[1],
    caseId: parameter(inbox, 'cc', CASE),
  }
}

/** `host` holds the port and `origin` the scheme: a user name, a port or another scheme makes it another place. */
function sellerCentralLinks(footer: string, marketplaceTlds: readonly string[]): readonly URL[] {
  const origins = new Set(marketplaceTlds.map((tld) => `https://sellercentral.amazon.${tld}`))
  return [...footer.matchAll(LINK)].flatMap(([text]) => {
    const link = URL.parse(text)
    return link && link.username === '' && link.password === '' && origins.has(link.origin) ? [link] : []
  })
}

function parameter(link: URL | undefined, name: string, shape: RegExp): string | undefined {
  const value = link?.searchParams.get(name) ?? ''
  return shape.test(value) ? value : undefined
}

const LINK = /https:\/\/[^\s<>"[\]]{1,2000}/gu
const TOKEN = /^[A-Za-z0-9_-]{4,64}$/u
const NO_RESPONSE_PATH = '/messaging/no-response-needed'

/** What Amazon's "no response needed" link names: the thread, and the message, which is the same in every copy of it. */
export interface FooterTokens {
  readonly thread: string | undefined
  readonly message: string | undefined
}

/**
 * Reads the tokens from the footer, the text below the end marker. Only a link of exactly Seller Central's host counts.
 * The link is read, never followed: opening it would mark the message as answered.
 */
export function footerTokens(footer: string | undefined, marketplaceTlds: readonly string[]): FooterTokens {
  for (const [text] of footer?.matchAll(LINK) ?? []) {
    const link = URL.parse(text)
    if (!link || !isSellerCentral(link, marketplaceTlds) || link.pathname !== NO_RESPONSE_PATH) continue
    return { thread: token(link, 't'), message: token(link, 'm') }
  }
  return { thread: undefined, message: undefined }
}

/** `host` holds the port and `origin` the scheme: a user name, a port or another scheme makes it another place. */
function isSellerCentral(link: URL, marketplaceTlds: readonly string[]): boolean {
  if (link.username !== '' || link.password !== '') return false
  return marketplaceTlds.some((tld) => link.origin === `https://sellercentral.amazon.${tld}`)
}

function token(link: URL, name: string): string | undefined {
  const value = link.searchParams.get(name) ?? ''
  return TOKEN.test(value) ? value : undefined
}

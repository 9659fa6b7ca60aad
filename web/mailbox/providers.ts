/** What is known of a provider, to be proposed and never filled in unasked. */
export interface ProviderHint {
  readonly host: string
  /** What people stumble over there; undefined when nothing is known. */
  readonly note: string | undefined
}

const APP_PASSWORD =
  'needs an app password: your usual one is refused. Make one in the security settings of the account.'

const GOOGLE: ProviderHint = { host: 'imap.gmail.com', note: `Google ${APP_PASSWORD}` }
const MICROSOFT: ProviderHint = {
  host: 'outlook.office365.com',
  note: 'Microsoft needs an app password, and refuses even that for most mailboxes. If it does, forward the mail to the desk instead.',
}

const PROVIDERS: ReadonlyMap<string, ProviderHint> = new Map([
  ['gmail.com', GOOGLE],
  ['googlemail.com', GOOGLE],
  ['outlook.com', MICROSOFT],
  ['hotmail.com', MICROSOFT],
  ['live.com', MICROSOFT],
  ['yahoo.com', { host: 'imap.mail.yahoo.com', note: `Yahoo ${APP_PASSWORD}` }],
  ['icloud.com', { host: 'imap.mail.me.com', note: `Apple ${APP_PASSWORD}` }],
  ['gmx.net', { host: 'imap.gmx.net', note: 'GMX lets programs in once IMAP is switched on in its mail settings.' }],
  ['web.de', { host: 'imap.web.de', note: 'WEB.DE lets programs in once IMAP is switched on in its mail settings.' }],
])

/** What to propose for an address: its provider's server, or the name most servers of a domain have. */
export function providerHint(address: string): ProviderHint {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return PROVIDERS.get(domain) ?? { host: `imap.${domain}`, note: undefined }
}

/** What a person reads of a problem with a mailbox, and what they can do about it. */
export interface ProblemWords {
  readonly says: string
  readonly remedy: string
}

/** Every way in which a mailbox can fail to be read. */
const PROBLEMS = {
  'host-unknown': {
    says: 'There is no server of this name.',
    remedy: 'Look at the spelling: the name is in your mail provider’s help under “IMAP”.',
  },
  refused: {
    says: 'The server does not take connections on this port.',
    remedy: 'Use port 993 with TLS or port 143 with STARTTLS, and see that no firewall is between.',
  },
  timeout: {
    says: 'The server did not answer in time.',
    remedy:
      'See that port and security belong together (993 with TLS, 143 with STARTTLS) and that no firewall is between.',
  },
  'tls-certificate': {
    says: 'The server’s certificate is not valid for this name, so the password was not sent.',
    remedy: 'Use the name the provider gives for its server, or have the server’s certificate renewed.',
  },
  'tls-unavailable': {
    says: 'The server offers no encryption here, so the password was not sent.',
    remedy: 'Use port 993 with TLS, or port 143 with STARTTLS; TLS 1.2 or newer is needed.',
  },
  'login-refused': {
    says: 'The server refused this name and password.',
    remedy:
      'Many providers want an app password: make one in your provider’s security settings, and see that IMAP is on.',
  },
  busy: {
    says: 'The server has no room for this mailbox at the moment.',
    remedy: 'It is tried again by itself. If it stays so, end other programs that read the same mailbox.',
  },
  'folder-missing': {
    says: 'The mailbox has no folder of this name that can be read.',
    remedy: 'Choose one of its folders; the main one is called INBOX.',
  },
  dropped: {
    says: 'The connection to the server broke off.',
    remedy: 'It is tried again by itself. If it stays so, ask your provider whether the server is being mended.',
  },
  protocol: {
    says: 'The server gave an answer that cannot be used.',
    remedy: 'It is tried again by itself. If it stays so, see that this is an IMAP server and report it to us.',
  },
  'not-stored': {
    says: 'The mails could not be stored here, so they stay in the mailbox.',
    remedy: 'It is tried again by itself. See whether the database answers: `safereply doctor`.',
  },
  'not-safe': {
    says: 'Without TLS, anybody on the way could read the password and the mails, so no connection was made.',
    remedy: 'Use TLS or STARTTLS. Reading without is for a server on this machine itself.',
  },
} as const satisfies Record<string, ProblemWords>

export type ImapProblem = keyof typeof PROBLEMS

/** All problems, for a page or a test that must know each. */
export const IMAP_PROBLEMS: readonly ImapProblem[] = Object.keys(PROBLEMS).filter(isProblem)

/** What to tell a person about a problem. Holds no name of a server, mailbox or user. */
export function problemWords(problem: ImapProblem): ProblemWords {
  return PROBLEMS[problem]
}

function isProblem(text: string): text is ImapProblem {
  return Object.hasOwn(PROBLEMS, text)
}

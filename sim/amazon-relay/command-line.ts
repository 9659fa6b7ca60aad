import { parseArgs } from 'node:util'
import { DEFAULT_MAILBOX, describeDesk, type Desk, type MailDoor } from './desk.ts'
import { LANGUAGES, type Language } from './marketplaces.ts'

/** What the command line asks for. */
export type Command = { readonly kind: 'help' } | { readonly kind: 'misuse'; readonly sentence: string } | StartCommand

export interface StartCommand {
  readonly kind: 'start'
  readonly smtpPort: number
  readonly httpPort: number
  readonly desk: Desk
  readonly copies: boolean
  readonly talkative: boolean
  readonly seed: number | undefined
  readonly plays: boolean
  readonly endsWithStdin: boolean
}

export const HELP = `Usage: node sim/amazon-relay/main.ts [options]

A simulated Amazon on loopback: buyers write to your desk, your replies come in by SMTP.
One line of JSON on stdout says where it listens; talk goes to stderr.

  --smtp-port PORT          where replies are taken (default: a free one)
  --http-port PORT          the control API (default: a free one)
  --deliver-to HOST:PORT    the desk's SMTP door (default: none, PUT /desk names it later)
  --lmtp                    the desk's door speaks LMTP
  --mailbox ADDRESS         the desk's mailbox, and an approved sender (default: ${DEFAULT_MAILBOX})
  --language LANGUAGE       the seller's language, that of Amazon's templates: ${LANGUAGES.join(', ')} (default: en)
  --copies                  send Amazon's copy of each reply that reaches a buyer
  --talkative               buyers answer the first reply
  --seed NUMBER             replay a run: the same addresses, tokens and ids
  --play                    let the dozen buyers write at once
  --until-stdin-closes      end when the parent process does
  --help                    this text
`

/** Reads the arguments. Never throws: what is not understood comes back as a sentence. */
export function readCommandLine(args: readonly string[]): Command {
  try {
    return read(args)
  } catch (error) {
    return { kind: 'misuse', sentence: error instanceof Error ? error.message : 'The arguments are not understood.' }
  }
}

function read(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'smtp-port': { type: 'string', default: '0' },
      'http-port': { type: 'string', default: '0' },
      'deliver-to': { type: 'string' },
      lmtp: { type: 'boolean', default: false },
      mailbox: { type: 'string', default: DEFAULT_MAILBOX },
      language: { type: 'string', default: 'en' },
      copies: { type: 'boolean', default: false },
      talkative: { type: 'boolean', default: false },
      seed: { type: 'string' },
      play: { type: 'boolean', default: false },
      'until-stdin-closes': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return { kind: 'help' }
  const target = values['deliver-to']
  const door = target === undefined ? undefined : doorOf(target, values.lmtp ? 'lmtp' : 'smtp')
  return {
    kind: 'start',
    smtpPort: portOf(values['smtp-port'], '--smtp-port'),
    httpPort: portOf(values['http-port'], '--http-port'),
    desk: describeDesk({ door, mailbox: values.mailbox, language: languageOf(values.language) }),
    copies: values.copies,
    talkative: values.talkative,
    seed: values.seed === undefined ? undefined : wholeNumber(values.seed, '--seed', Number.MAX_SAFE_INTEGER),
    plays: values.play,
    endsWithStdin: values['until-stdin-closes'],
  }
}

function doorOf(target: string, protocol: MailDoor['protocol']): MailDoor {
  const colon = target.lastIndexOf(':')
  if (colon < 1) throw new Error('--deliver-to must be HOST:PORT, such as 127.0.0.1:2525.')
  const host = target.slice(0, colon).replace(/^\[|\]$/gu, '')
  return { host, port: portOf(target.slice(colon + 1), '--deliver-to'), protocol }
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((candidate) => candidate === text)
  if (language === undefined) throw new Error(`--language must be one of ${LANGUAGES.join(', ')}.`)
  return language
}

function portOf(text: string, option: string): number {
  return wholeNumber(text, option, 65_535)
}

function wholeNumber(text: string, option: string, most: number): number {
  const number = Number(text)
  if (!/^\d+$/u.test(text) || number > most) throw new Error(`${option} must hold a whole number up to ${most}.`)
  return number
}

import { Argument, type Command, InvalidArgumentError, Option } from 'commander'

import { CONVERSATION_STATES } from '../../model/conversation.ts'
import { NO_RESPONSE_REASONS } from '../../model/no-response.ts'
import { REPLY_STATES } from '../../model/reply.ts'
import { type Done, onData } from '../options.ts'
import type { Doors } from '../running-desk.ts'
import type { NoResponseOptions, VersionOptions } from './clock.ts'
import type { DraftOptions } from './draft.ts'
import type { AnswerOptions } from './find.ts'
import type { InboxOptions, RepliesOptions } from './inbox.ts'
import type { ReplyOptions } from './reply.ts'
import type { SenderOptions } from './sender.ts'

const VIEWS = [...CONVERSATION_STATES.filter((state) => state !== 'closed'), 'all']
const FILE = ['[file]', 'the text, or - for standard input'] as const
const CONVERSATION = ['<conversation>', 'its number, as `safereply inbox` prints it'] as const
const SEEN = ['--seen <version>', 'the version you looked at; nothing is done when it is another', version] as const

/** The commands about answers and their clocks. They work whether or not the desk runs. */
export function registerAnswerCommands(program: Command, doors: Doors, done: Done): void {
  registerLists(program, doors, done)
  registerReplies(program, doors, done)
  registerClocks(program, doors, done)
}

function registerLists(program: Command, doors: Doors, done: Done): void {
  answer(program, 'inbox', 'Show the inbox, what is due first on top')
    .addOption(new Option('--view <view>', 'needs-reply unless said otherwise').choices(VIEWS))
    .action(async (options: InboxOptions) => done((await import('./inbox.ts')).showInbox(doors, options)))
  answer(program, 'conversation', 'Show a conversation, its replies and its clocks')
    .argument(...CONVERSATION)
    .action(async (name: string, options: AnswerOptions) =>
      done((await import('./conversation.ts')).showOne(doors, name, options)),
    )
  answer(program, 'replies', 'Show replies and where they are, newest first')
    .addOption(new Option('--state <state>', 'those in this state').choices(REPLY_STATES))
    .action(async (options: RepliesOptions) => done((await import('./inbox.ts')).listReplies(doors, options)))
  answer(program, 'deadlines', 'Show every clock that runs, due first').action(async (options: AnswerOptions) =>
    done((await import('./inbox.ts')).showDeadlines(doors, options)),
  )
  answer(program, 'alerts', 'Show what somebody must be told of').action(async (options: AnswerOptions) =>
    done((await import('./inbox.ts')).showAlerts(doors, options)),
  )
  answer(program, 'response', 'Show how soon an account answers, as Amazon counts it').action(
    async (options: AnswerOptions) => done((await import('./clock.ts')).response(doors, options)),
  )
  answer(program, 'senders', 'Show the addresses replies may leave from')
    .option('--approve <address>', 'say that Amazon takes mail from it again')
    .action(async (options: SenderOptions) => done((await import('./sender.ts')).senders(doors, options)))
}

function registerReplies(program: Command, doors: Doors, done: Done): void {
  answer(program, 'draft', 'Show your draft of a conversation, or save one')
    .argument(...CONVERSATION)
    .argument(...FILE)
    .option(...SEEN)
    .option('--drop', 'drop it')
    .action(async (conversation: string, file: string | undefined, options: DraftOptions) =>
      done((await import('./draft.ts')).draft(doors, { conversation, file }, options)),
    )
  answer(program, 'reply', 'Send a reply through the gate')
    .argument(...CONVERSATION)
    .argument(...FILE)
    .option('--check', 'only ask the gate; nothing is kept')
    .option(...SEEN)
    .option('--key <word>', 'the same key told twice is one reply', key)
    .action(async (conversation: string, file: string | undefined, options: ReplyOptions) =>
      done((await import('./reply.ts')).reply(doors, { conversation, file }, options)),
    )
  answer(program, 'undo', 'Take a queued reply back')
    .argument('<reply>', 'its number')
    .action(async (name: string, options: AnswerOptions) =>
      done((await import('./reply.ts')).undo(doors, name, options)),
    )
  answer(program, 'resolve', 'Say whether a reply of unknown fate reached Amazon')
    .argument('<reply>', 'its number')
    .addArgument(new Argument('<fate>', 'what Seller Central shows').choices(['sent', 'not-sent']))
    .action(async (name: string, fate: string, options: AnswerOptions) =>
      done((await import('./reply.ts')).resolve(doors, { name, wasSent: fate === 'sent' }, options)),
    )
}

function registerClocks(program: Command, doors: Doors, done: Done): void {
  answer(program, 'no-response', 'Say that the messages that wait need no answer')
    .argument(...CONVERSATION)
    .addOption(new Option('--reason <reason>', 'no-question unless said otherwise').choices(NO_RESPONSE_REASONS))
    .option('--undo', 'they need one after all')
    .option(...SEEN)
    .action(async (name: string, options: NoResponseOptions) =>
      done((await import('./clock.ts')).noResponse(doors, name, options)),
    )
  answer(program, 'done', 'Say that what an acknowledgement left open is done')
    .argument(...CONVERSATION)
    .option(...SEEN)
    .action(async (name: string, options: VersionOptions) =>
      done((await import('./clock.ts')).done(doors, name, options)),
    )
  answer(program, 'settle', 'Say that what had to be done in time is done')
    .argument('<deadline>', 'its number, as `safereply conversation` prints it')
    .action(async (name: string, options: AnswerOptions) =>
      done((await import('./clock.ts')).settle(doors, name, options)),
    )
  answer(program, 'seen', 'Say that an alert was seen')
    .argument('<alert>', 'its number, as `safereply alerts` prints it')
    .action(async (name: string, options: AnswerOptions) =>
      done((await import('./clock.ts')).see(doors, name, options)),
    )
}

function answer(program: Command, name: string, description: string): Command {
  return onData(program.command(name).description(description)).option(
    '--account <name or id>',
    'the account, when there are several',
  )
}

function version(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('a whole number, as `safereply conversation` prints it')
  return Number(text)
}

function key(text: string): string {
  if (!/^[\w-]{8,100}$/u.test(text)) throw new InvalidArgumentError('8 to 100 letters, digits, - or _')
  return text
}

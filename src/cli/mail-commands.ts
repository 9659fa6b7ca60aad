import { type Command, Option } from 'commander'

import { MAIL_SECURITIES } from '../model/mailbox-source.ts'
import type { GuestOptions } from './as-guest.ts'
import type { ImportMailOptions } from './import-mail.ts'
import type { AccountOptions, AddOptions, ChangeOptions } from './mailbox.ts'
import type { SourceOptions } from './mailbox-options.ts'
import { type Done, onData, port } from './options.ts'
import type { ReconcileOptions } from './reconcile.ts'
import type { Doors } from './running-desk.ts'

const ACCOUNT = ['--account <name or id>', 'the account, when there are several'] as const

/** The commands about mail that comes in. They work whether or not the desk runs. */
export function registerMailCommands(program: Command, doors: Doors, done: Done): void {
  const mailbox = program.command('mailbox').description('Set up where mail comes in')
  registerMailboxes(mailbox, doors, done)
  registerSources(mailbox, doors, done)
  registerImports(program.command('import').description('Take in files, as if they had just come'), doors, done)
  onData(program.command('reconcile').description('Show that every mail on the mail servers is here'))
    .option('--mailbox <address>', 'this mailbox alone')
    .option('--now', 'ask the mail servers now, and fetch what is missing')
    .option('--days', 'show each day')
    .action(async (options: ReconcileOptions) => {
      const { reconcile } = await import('./reconcile.ts')
      await done(reconcile(doors, options))
    })
}

function registerMailboxes(mailbox: Command, doors: Doors, done: Done): void {
  onData(mailbox.command('list').description('Show the mailboxes, and how fetching them goes'))
    .option('--account <name or id>', 'those of this account')
    .action(async (options: AccountOptions) => {
      const { listMailboxes } = await import('./mailbox.ts')
      await done(listMailboxes(doors, options))
    })
  onData(mailbox.command('add').description('Add a mailbox; the mail door then takes mail for its address'))
    .argument('<address>', 'where mail from Amazon comes in')
    .requiredOption('--sender <address>', 'where answers leave from: an approved sender in Seller Central')
    .option(...ACCOUNT)
    .action(async (address: string, options: AddOptions) => {
      const { addMailboxTo } = await import('./mailbox.ts')
      await done(addMailboxTo(doors, address, options))
    })
  onData(mailbox.command('change').description('Change what holds for the replies of a mailbox'))
    .argument('<address>', 'the mailbox')
    .option('--sender <address>', 'where answers leave from: an approved sender in Seller Central')
    .option('--keep-sent', 'put a copy of each reply into its Sent folder')
    .option('--no-keep-sent', 'put none there')
    .option('--no-copies', 'Amazon sends no copies of replies any more: none is missed until one comes')
    .action(async (address: string, options: ChangeOptions) => {
      const { changeMailboxOf } = await import('./mailbox.ts')
      await done(changeMailboxOf(doors, address, options))
    })
  onData(mailbox.command('remove').description('Stop fetching a mailbox and forget its password'))
    .argument('<address>', 'the mailbox')
    .action(async (address: string, options: GuestOptions) => {
      const { removeMailboxSource } = await import('./mailbox.ts')
      await done(removeMailboxSource(doors, address, options))
    })
}

function registerSources(mailbox: Command, doors: Doors, done: Done): void {
  sourceCommand(mailbox, 'set', 'Set where a mailbox is fetched from by IMAP').action(
    async (address: string, options: SourceOptions) => {
      const { setMailboxSource } = await import('./mailbox-source.ts')
      await done(setMailboxSource(doors, address, options))
    },
  )
  sourceCommand(mailbox, 'try', 'Connect and log in as the desk would, and say what is wrong').action(
    async (address: string, options: SourceOptions) => {
      const { tryMailboxSource } = await import('./mailbox-source.ts')
      await done(tryMailboxSource(doors, address, options))
    },
  )
}

function sourceCommand(mailbox: Command, name: string, description: string): Command {
  return onData(mailbox.command(name).description(description))
    .argument('<address>', 'the mailbox')
    .option('--host <name>', 'name of the IMAP server')
    .option('--port <number>', '993 for tls and 143 else, unless said otherwise', port)
    .addOption(new Option('--security <kind>', 'tls unless said otherwise').choices(MAIL_SECURITIES))
    .option('--user <name>', 'who logs in; the address unless said otherwise')
    .option('--folder <name>', 'INBOX unless said otherwise')
    .option('--ask-password', 'ask for the password although one is known')
    .addHelpText(
      'after',
      '\nThe password is read from SAFEREPLY_IMAP_PASSWORD or SAFEREPLY_IMAP_PASSWORD_FILE, or asked on the terminal.',
    )
}

function registerImports(imports: Command, doors: Doors, done: Done): void {
  onData(imports.command('mail').description('Take in mails of .eml files, mboxes and Maildirs'))
    .argument('<path...>', 'files, or folders of them')
    .requiredOption('--mailbox <address>', 'the mailbox they came to')
    .option('--history', 'old mail: it runs no deadline')
    .action(async (paths: string[], options: ImportMailOptions) => {
      const { importMail } = await import('./import-mail.ts')
      await done(importMail(doors, paths, options))
    })
  onData(imports.command('orders').description("Take in the facts of orders from Amazon's order reports"))
    .argument('<file...>', 'reports as Amazon gives them')
    .option(...ACCOUNT)
    .action(async (files: string[], options: AccountOptions) => {
      const { importOrders } = await import('./import-orders.ts')
      await done(importOrders(doors, files, options))
    })
}

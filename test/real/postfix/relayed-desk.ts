import { join } from 'node:path'

import { type AmazonRelay, startAmazonRelay } from '../../../sim/amazon-relay/relay.ts'
import { temporaryPlace } from '../../store/server/temporary-place.ts'
import { type AccountClient, openAccountClient } from './account-client.ts'
import { openDeskWithServer } from './desk-with-server.ts'
import { freePort } from './free-port.ts'
import { type PostfixServer, startPostfix } from './postfix-server.ts'

const DOMAIN = 'shop.example'
export const MAILBOX = `amazon@${DOMAIN}`

/** A desk with one account behind a Postfix, and the simulated Amazon before it: both ways lead through Postfix. */
export interface RelayedDesk extends AsyncDisposable {
  readonly amazon: AmazonRelay
  readonly postfix: PostfixServer
  readonly client: AccountClient
  /** From now on Amazon knows this sender of ours and no other. */
  setApprovedSender(address: string): void
  /** Stops the database under the running desk. */
  stopDatabase(): Promise<void>
  /** Ends the desk, starts its database again, and another desk at the same door. */
  restart(): Promise<void>
}

/** Starts all of it on free ports. */
export async function openRelayedDesk(): Promise<RelayedDesk> {
  await using opened = new AsyncDisposableStack()
  const place = opened.use(await temporaryPlace())
  const smtpPort = await freePort()
  const amazon = opened.use(await startAmazonRelay())
  let current = await openDeskWithServer({ place, amazon, smtpPort, doorPort: 0 })
  opened.defer(() => current[Symbol.asyncDispose]())
  const doorPort = current.desk.door.port
  const root = join(place.root, 'postfix')
  const plan = { root, port: smtpPort, domain: DOMAIN, deskPort: doorPort, amazonPort: amazon.smtpPort }
  const postfix = opened.use(await startPostfix(plan))
  const client = await openAccountClient(() => current.desk, MAILBOX)
  const setApprovedSender = (address: string): void => {
    const door = { host: '127.0.0.1', port: smtpPort, protocol: 'smtp' } as const
    amazon.setDesk({ door, mailbox: MAILBOX, approvedSenders: [address], language: 'de' })
  }
  setApprovedSender(MAILBOX)
  const closing = opened.move()
  return {
    amazon,
    postfix,
    client,
    setApprovedSender,
    stopDatabase: () => current.database.stop(),
    async restart() {
      await current[Symbol.asyncDispose]()
      current = await openDeskWithServer({ place, amazon, smtpPort, doorPort })
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

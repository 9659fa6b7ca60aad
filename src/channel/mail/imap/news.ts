import type { ImapFlow } from 'imapflow'

/**
 * Resolves when the server tells of more mails, when the connection closes, or when the time is over. Where the server
 * cannot IDLE, nothing is told before the time is over.
 */
export async function waitForNews(client: ImapFlow, atMostMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isOver = false
  const end = () => {
    isOver = true
    resolve()
  }
  const onExists = ({ count, prevCount }: { count: number; prevCount: number }) => {
    if (count > prevCount) end()
  }
  const timer = setTimeout(end, atMostMs)
  client.on('exists', onExists).once('close', end)
  try {
    // A connection that is going fails the IDLE too; that it closes ends the wait.
    if (client.capabilities.has('IDLE')) idleUntil(client, () => isOver).catch(() => undefined)
    await promise
  } finally {
    clearTimeout(timer)
    client.off('exists', onExists).off('close', end)
  }
}

/** An IDLE may end by itself, as when the library asks a silent server whether it is there; then another begins. */
async function idleUntil(client: ImapFlow, isOver: () => boolean): Promise<void> {
  while (!isOver() && client.usable) {
    // False: the server refused to IDLE or the connection is gone. Then the time alone ends the wait.
    if ((await client.idle()) === false) return
  }
}

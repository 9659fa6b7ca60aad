import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

import type { Play } from '../desk/smtp-stage.ts'

/** Where Amazon takes replies. */
export interface AmazonDoor extends AsyncDisposable {
  readonly port: number
}

/**
 * A real SMTP server on loopback for a desk that keeps the rules. The library behind the other doors of the tests holds
 * back its greeting for a tenth of a second, which would make an hour of a month's replies. `play` is asked at MAIL, RCPT
 * and the final dot, and with `drop` the connection is lost there.
 */
export async function openAmazonDoor(play: Play): Promise<AmazonDoor> {
  const server = createServer((socket) => {
    socket.setNoDelay(true).on('error', () => undefined) // its client may be gone
    void converse(socket, play)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the door has no port')
  return {
    port: address.port,
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}

async function converse(socket: Socket, play: Play): Promise<void> {
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  /** Says that it goes well, unless the play says otherwise. */
  const ask = async (moment: Parameters<Play>[0], mail: string, well: string): Promise<void> => {
    const answer = await play(moment, mail)
    if (answer === 'drop') socket.destroy()
    else say(answer === undefined ? well : `${answer} as Amazon says`)
  }
  let mail: string[] | undefined
  say('220 inbound-smtp.amazon.test')
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (mail && line !== '.') mail.push(line.startsWith('.') ? line.slice(1) : line)
    else if (mail) {
      const whole = mail.join('\r\n')
      mail = undefined
      await ask('dot', whole, '250 taken')
    } else if (/^MAIL FROM:/iu.test(line)) await ask('MAIL', '', '250 well')
    else if (/^RCPT TO:/iu.test(line)) await ask('RCPT', '', '250 well')
    else if (/^DATA$/iu.test(line)) {
      mail = []
      say('354 go on')
    } else if (/^QUIT$/iu.test(line)) socket.end('221 bye\r\n')
    else say('250 well')
  }
}

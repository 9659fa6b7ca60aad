import { type Socket, connect } from 'node:net'

/** A raw SMTP client: says what a test wants said, well-mannered or not. */
export class SmtpClient implements Disposable {
  readonly #socket: Socket
  readonly #answers: string[] = []
  readonly #waiting: ((answer: string) => void)[] = []
  #partial = ''

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => this.#take(text))
    socket.on('error', () => this.#end())
    socket.on('close', () => this.#end())
  }

  /** Connects and reads the greeting. */
  static async open(port: number): Promise<SmtpClient> {
    const client = new SmtpClient(connect(port, '127.0.0.1'))
    await client.answer()
    return client
  }

  /** The next answer with all its lines; `closed` when the server hung up. */
  async answer(): Promise<string> {
    const ready = this.#answers.shift()
    if (ready !== undefined) return ready
    const { promise, resolve } = Promise.withResolvers<string>()
    this.#waiting.push(resolve)
    return promise
  }

  /** Says a line and gives the answer. */
  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`)
    return this.answer()
  }

  /** Says several lines in turn and gives the last answer. */
  async sayAll(...lines: readonly string[]): Promise<string> {
    let last = ''
    for (const line of lines) last = await this.say(line)
    return last
  }

  write(text: string): void {
    this.#socket.write(text)
  }

  [Symbol.dispose](): void {
    this.#socket.destroy()
  }

  #take(text: string): void {
    const lines = (this.#partial + text).split('\r\n')
    this.#partial = lines.pop() ?? ''
    let answer = ''
    for (const line of lines) {
      answer += answer === '' ? line : `\n${line}`
      if (!/^\d{3}-/u.test(line)) {
        this.#give(answer)
        answer = ''
      }
    }
    if (answer !== '') this.#partial = `${answer.replaceAll('\n', '\r\n')}\r\n${this.#partial}`
  }

  #end(): void {
    for (const resolve of this.#waiting.splice(0)) resolve('closed')
    this.#answers.push('closed')
  }

  #give(answer: string): void {
    const resolve = this.#waiting.shift()
    if (resolve) resolve(answer)
    else this.#answers.push(answer)
  }
}

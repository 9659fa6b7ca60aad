import { z } from 'zod'

import type { DeskProcess } from '../process/desk-process.ts'

const ids = z.object({ items: z.array(z.looseObject({ id: z.string() })) })
const documentShape = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** Live updates never end; they carry ids alone. */
const STREAMS: ReadonlySet<string> = new Set(['/api/v1/events'])

/** A desk that is asked over its API, and all that it answered: status, headers and bodies. */
export class AskedDesk {
  readonly answers: { readonly question: string; readonly said: string }[] = []
  readonly #desk: DeskProcess

  constructor(desk: DeskProcess) {
    this.#desk = desk
  }

  /** Asks, keeps the answer and gives its body. */
  async ask(path: string, init?: RequestInit): Promise<string> {
    const response = await this.#desk.request(path, init)
    const body = await response.text()
    const question = `${init?.method ?? 'GET'} ${path}`
    this.answers.push({ question, said: `${response.status} ${JSON.stringify([...response.headers])}\n${body}` })
    return body
  }

  async send(method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
    return this.ask(path, { method, body: typeof body === 'string' ? body : JSON.stringify(body), headers })
  }

  /** The header that says which version of a thing was looked at. */
  async seen(path: string): Promise<Readonly<Record<string, string>>> {
    const { headers } = await this.#desk.request(path)
    return { 'if-match': headers.get('etag') ?? '' }
  }

  async idsOf(path: string): Promise<readonly string[]> {
    return ids.parse(JSON.parse(await this.ask(path))).items.map(({ id }) => id)
  }

  /** Asks every route that only reads, for each of these ids. Throws at a name in a path that has none. */
  async askEverything(idsByName: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const { paths } = documentShape.parse(JSON.parse(await this.ask('/openapi.json')))
    const readable = Object.entries(paths).filter(([path, operations]) => 'get' in operations && !STREAMS.has(path))
    for (const [path] of readable) {
      for (const filled of filledIn(path.replace('/api/v1', ''), idsByName)) await this.ask(filled)
    }
  }
}

function filledIn(path: string, idsByName: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const name = /\{(\w+)\}/u.exec(path)?.[1]
  if (name === undefined) return [path]
  const known = idsByName[name]
  if (known === undefined) throw new Error(`${path} names {${name}}, which the test has no id for`)
  return known.flatMap((id) => filledIn(path.replace(`{${name}}`, id), idsByName))
}

import type { BuyerPost } from '../buyer-post.ts'
import { RequestError } from '../buyer-request.ts'
import { BUYERS } from '../buyers.ts'
import { describeDesk } from '../desk.ts'
import type { Deliveries } from '../door/deliveries.ts'
import type { DkimRecord } from '../mail/signing-key.ts'
import type { Reception } from '../reception.ts'
import type { Settings } from '../settings.ts'
import { buyerBody, deskBody, modeBody, playBody, readBody } from './bodies.ts'

/** What the control API reaches. */
export interface Controls {
  readonly post: BuyerPost
  readonly reception: Reception
  readonly settings: Settings
  readonly deliveries: Deliveries
  readonly dkim: DkimRecord
}

/** A request as a route sees it. */
export interface ControlRequest {
  readonly params: Readonly<Record<string, string | undefined>>
  readonly query: URLSearchParams
  readonly body: unknown
}

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: RegExp
  readonly answer: (controls: Controls, request: ControlRequest) => unknown
}

/** The whole control API. What a route returns is the JSON of the answer. */
export const ROUTES: readonly Route[] = [
  { method: 'GET', path: /^\/healthz$/u, answer: () => ({ status: 'ok' }) },
  { method: 'GET', path: /^\/dkim$/u, answer: ({ dkim }) => dkim },
  { method: 'PUT', path: /^\/desk$/u, answer: putDesk },
  {
    method: 'GET',
    path: /^\/buyers$/u,
    answer: () => BUYERS.map(({ key, topic, name, marketplace }) => ({ key, topic, name, marketplace })),
  },
  {
    method: 'POST',
    path: /^\/buyers$/u,
    answer: ({ post }, { body }) => post.send(readBody(buyerBody, body)),
  },
  {
    method: 'POST',
    path: /^\/play$/u,
    answer: ({ post }, { body }) => post.play(readBody(playBody, body ?? {})),
  },
  { method: 'PUT', path: /^\/mode$/u, answer: ({ settings }, { body }) => settings.setMode(readBody(modeBody, body)) },
  {
    method: 'PUT',
    path: /^\/buyers\/(?<alias>[a-z0-9]+)\/mode$/u,
    answer: ({ settings }, { params, body }) => settings.setMode(readBody(modeBody, body), params['alias']),
  },
  { method: 'GET', path: /^\/deliveries$/u, answer: ({ deliveries }) => deliveries.list() },
  {
    method: 'GET',
    path: /^\/inbox$/u,
    answer: ({ reception }, { query }) => reception.inbox(query.get('to') ?? undefined),
  },
  { method: 'GET', path: /^\/refused$/u, answer: ({ reception }) => reception.refused() },
]

/** The answer to a request. Throws a RequestError: 404 for a path nobody serves, 400 for a body that is not understood. */
export async function route(
  controls: Controls,
  request: { readonly method: string; readonly url: URL; readonly body: unknown },
): Promise<unknown> {
  for (const { method, path, answer } of ROUTES) {
    const match = method === request.method ? path.exec(request.url.pathname) : null
    if (match === null) continue
    return answer(controls, { params: match.groups ?? {}, query: request.url.searchParams, body: request.body })
  }
  throw new RequestError('There is nothing here. The README lists what can be asked.', 404)
}

function putDesk({ settings, deliveries }: Controls, { body }: ControlRequest): unknown {
  const { host, port, protocol, ...known } = readBody(deskBody, body)
  const desk = describeDesk({ language: settings.desk().language, ...known, door: { host, port, protocol } })
  settings.setDesk(desk)
  deliveries.setDoor(desk.door)
  return desk
}

/** One event of a stream as a browser reads it. */
export interface StreamEvent {
  readonly name: string
  readonly data: string
}

/** Follows the live updates of a desk as the holder of a token. Leaving the loop, or `signal`, closes the connection. */
export async function* follow(port: number, token: string, signal?: AbortSignal): AsyncGenerator<StreamEvent, void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
    headers: { authorization: `Bearer ${token}` },
    ...(signal ? { signal } : {}),
  })
  if (!answer.body || answer.headers.get('content-type') !== 'text/event-stream') throw new Error('not a stream')
  let rest = ''
  for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    yield* blocks.map(eventOf)
  }
}

function eventOf(block: string): StreamEvent {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { name: fields.get('event') ?? '', data: fields.get('data') ?? '' }
}

const TOKEN = /^[A-Za-z0-9_.~-]{16,512}$/u

/** The token of a link that `safereply start` printed, or of a bare token; undefined when there is none. */
export function readToken(pasted: string): string | undefined {
  const text = pasted.trim()
  const fragment = text.indexOf('#')
  const token = fragment < 0 ? text : new URLSearchParams(text.slice(fragment + 1)).get('token')
  return token !== null && TOKEN.test(token) ? token : undefined
}

import type { Context } from 'hono'

import { hex } from '../base/bytes.ts'
import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import type { AppEnv } from './app-env.ts'
import type { PageFile } from './parts.ts'

const NONCE_BYTES = 16
const NONCE_MARK = '%NONCE%'
const FOREVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/** Serves the built page from memory: hashed assets for ever, other files by exact name, everything else the one document with a fresh nonce. */
export function servePage(page: ReadonlyMap<string, PageFile> | undefined, random: Random) {
  return (c: Context<AppEnv>): Response => {
    if (!page) throw new Fault('thing.missing', { detail: 'the page is not built; run `npm run build`' })
    const file = page.get(c.req.path)
    if (file && c.req.path !== '/index.html')
      return respond(file.bytes, {
        'content-type': file.type,
        'cache-control': c.req.path.startsWith('/assets/') ? FOREVER : ASK_AGAIN,
      })
    const document = page.get('/index.html')
    if (!document || c.req.path.startsWith('/assets/')) throw new Fault('thing.missing')
    const nonce = hex(random.bytes(NONCE_BYTES))
    const html = new TextDecoder().decode(document.bytes).replaceAll(NONCE_MARK, nonce)
    return respond(html, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyWith(nonce),
    })
  }
}

/** Nothing inline, nothing from elsewhere, no HTML made of text. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

function respond(content: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Response {
  return new Response(content, { headers })
}

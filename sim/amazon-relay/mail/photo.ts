import type { Attachment } from './compose.ts'

/** A grey PNG of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

/** The picture a buyer attaches. */
export function buyerPhoto(): Attachment {
  return { filename: 'photo.png', contentType: 'image/png', content: Buffer.from(PIXEL, 'base64') }
}

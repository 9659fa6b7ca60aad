import { MessageText } from '../conversation/message-text.tsx'
import css from './check-page.module.css'
import type { Look } from './look.ts'

/** What the desk would keep of the text if a buyer had sent it, and what it would propose. */
export function StoredSide({ look }: { readonly look: Look }) {
  const { stored, removed, route } = look
  return (
    <section className={css['side']} aria-label="As a buyer's message">
      <h3 className={css['title']}>As a buyer's message</h3>
      <p className={css['dim']}>{removedWords(removed)}</p>
      <div className={css['stored']}>
        <MessageText text={stored} />
      </div>
      <p className={css['dim']}>{route.reason}</p>
    </section>
  )
}

function removedWords(removed: number): string {
  if (removed === 0) return 'The desk would keep it as it is.'
  return `The desk would remove ${removed === 1 ? '1 item' : `${removed} items`} before it keeps anything.`
}

import { useCell } from '../cell/use-cell.ts'
import { secondsLeft } from '../clock/span-words.ts'
import { useNowBySecond } from '../clock/tick.ts'
import { Button } from '../control/button.tsx'
import { Strip } from '../control/strip.tsx'
import { keepFetching, pendingStops } from './pending-stops.ts'

/** Says that fetching is about to end, while that can be taken back. */
export function StopStrip({ mailboxId }: { readonly mailboxId: string }) {
  const pending = useCell(pendingStops).get(mailboxId)
  if (!pending) return null
  if (pending.kind === 'failed') {
    const close = <Button onClick={() => keepFetching(mailboxId)}>Close</Button>
    return (
      <Strip tone="bad" title="It is still fetched" actions={close} isNews>
        {pending.sentence}
      </Strip>
    )
  }
  return (
    <Strip
      tone="warn"
      title="Fetching ends, and the password is forgotten"
      actions={<Button onClick={() => keepFetching(mailboxId)}>Undo</Button>}
      isNews
    >
      <Countdown endsAt={pending.endsAt} /> What was fetched stays.
    </Strip>
  )
}

/** Not read out each second. */
function Countdown({ endsAt }: { readonly endsAt: Date }) {
  return <span aria-hidden>In {secondsLeft(endsAt, useNowBySecond())} s.</span>
}

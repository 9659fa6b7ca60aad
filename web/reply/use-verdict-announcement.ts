import { useEffect, useState } from 'react'

/** Long enough that a person who types hears the last word only. */
const PAUSE_MS = 800

/** The verdict for a live region: it follows a change of verdict, not a key. */
export function useVerdictAnnouncement(short: string): string {
  const [announced, announce] = useState('')
  const [first] = useState(short)
  useEffect(() => {
    const timer = setTimeout(() => announce(short), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [short])
  // What the box said when it was opened is its description, not news.
  return announced === first ? '' : announced
}

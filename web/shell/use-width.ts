import { useSyncExternalStore } from 'react'

/** The widths at which `shell.module.css` changes the page's form. */
const NARROW = '(width < 900px)'
const WITHOUT_PANEL = '(width < 1240px)'

/** One pane at a time, as on a phone. */
export function useIsNarrow(): boolean {
  return useMatches(NARROW)
}

/** No room for the checks beside the conversation. */
export function useHasNoPanel(): boolean {
  return useMatches(WITHOUT_PANEL)
}

function useMatches(query: string): boolean {
  return useSyncExternalStore(
    (watch) => {
      const list = matchMedia(query)
      list.addEventListener('change', watch)
      return () => list.removeEventListener('change', watch)
    },
    () => matchMedia(query).matches,
  )
}

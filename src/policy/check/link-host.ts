import { foldText } from '../detect/fold/fold.ts'

const AUTHORITY = /^(?:[a-z]{1,12}:\/\/)?(?:[^/?#@\s]*@)?([^/?#:\s]*)/u

/** The host of a link as it is written, folded; empty where there is none. */
export function hostOf(written: string): string {
  return (AUTHORITY.exec(foldText(written).text)?.[1] ?? '').replace(/\.$/u, '')
}

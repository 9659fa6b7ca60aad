import { createContext, use } from 'react'

import type { Me } from '../api/session.ts'

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in. Throws outside the session gate, which renders nothing of the desk without it. */
export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('nobody is signed in here')
  return me
}

import { Suspense, lazy } from 'react'

import { AccountFace } from './account-face.tsx'

// The menu with its positioning is a tenth of the page; until it is there, the name alone stands in its place.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }))

/** Which account is open; goes to another one or opens a new one. */
export function AccountSwitcher() {
  return (
    <Suspense fallback={<AccountFace />}>
      <AccountMenu />
    </Suspense>
  )
}

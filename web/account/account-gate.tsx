import { Link, useParams } from '@tanstack/react-router'
import { CircleSlash } from 'lucide-react'

import { Blank } from '../control/blank.tsx'
import { useMe } from '../session/use-me.ts'
import { Shell } from '../shell/shell.tsx'

/** Shows the pages of an account to its members; to others it is not there. */
export function AccountGate() {
  const { accountId } = useParams({ strict: false })
  const isMember = useMe().accounts.some((account) => account.id === accountId)
  if (isMember) return <Shell />
  return (
    <main>
      <Blank
        level={1}
        icon={<CircleSlash size={22} />}
        title="No such account"
        actions={<Link to="/">Go to your desk</Link>}
      >
        There is no account of yours under this address.
      </Blank>
    </main>
  )
}

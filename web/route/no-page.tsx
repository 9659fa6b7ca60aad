import { Link } from '@tanstack/react-router'
import { CircleSlash } from 'lucide-react'

import { Blank } from '../control/blank.tsx'

/** An address that leads nowhere. */
export function NoPage() {
  return (
    <main>
      <Blank
        level={1}
        icon={<CircleSlash size={22} />}
        title="There is no such page"
        actions={<Link to="/">Go to your desk</Link>}
      />
    </main>
  )
}

import { CloudOff } from 'lucide-react'

import { problemSentence } from '../api/problem.ts'
import { Blank } from './blank.tsx'
import { Button } from './button.tsx'

interface FailedProps {
  readonly what: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** Something could not be read: what, why, and a way to try again. */
export function Failed({ what, error, onRetry }: FailedProps) {
  return (
    <div role="alert">
      <Blank icon={<CloudOff size={22} />} title={what} actions={<Button onClick={onRetry}>Try again</Button>}>
        {problemSentence(error)}
      </Blank>
    </div>
  )
}

import { Skeleton } from '@mantine/core'

import css from './conversation-skeleton.module.css'

/** A conversation while it is read for the first time. */
export function ConversationSkeleton() {
  return (
    <div aria-busy="true" className={css['skeleton']}>
      <p className="visually-hidden">Reading the conversation</p>
      <Skeleton height={16} width="40%" />
      <Skeleton height={10} width="60%" />
      <Skeleton height={84} width="70%" radius={12} mt={24} />
      <Skeleton height={64} width="62%" radius={12} />
    </div>
  )
}

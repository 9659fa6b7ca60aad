import { Skeleton } from '@mantine/core'

import css from './row-skeletons.module.css'

const ROWS = [62, 48, 55, 70, 44, 58]

/** The list while it is read for the first time. */
export function RowSkeletons() {
  return (
    <div aria-busy="true" className={css['rows']}>
      <p className="visually-hidden">Reading</p>
      {ROWS.map((width) => (
        <div key={width} className={css['row']}>
          <Skeleton height={12} width={`${width - 20}%`} />
          <Skeleton height={12} width={`${width}%`} />
          <Skeleton height={10} width="90%" />
        </div>
      ))}
    </div>
  )
}

import { ChevronsUpDown } from 'lucide-react'
import type { ComponentProps } from 'react'

import { Mark } from '../shell/mark.tsx'
import css from './account-face.module.css'
import { useAccount } from './use-account.ts'

/** The button that names the open account. */
export function AccountFace(props: Omit<ComponentProps<'button'>, 'type' | 'className' | 'children'>) {
  const { name } = useAccount()
  return (
    <button {...props} type="button" className={css['switch']}>
      <Mark size={30} />
      <span className={css['name']}>
        <span className="visually-hidden">Account </span>
        <strong>{name}</strong>
        <span>Safereply</span>
      </span>
      <ChevronsUpDown size={15} aria-hidden />
    </button>
  )
}

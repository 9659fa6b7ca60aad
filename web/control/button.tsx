import type { ComponentProps } from 'react'

import css from './button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  /** `main` is the one thing to do here; `quiet` has no border until it is needed. */
  readonly look?: 'main' | 'plain' | 'quiet'
}

/** A button. It never submits a form unless its type says so. */
export function Button({ look = 'plain', type = 'button', className, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} data-look={look} className={[css['button'], className].filter(Boolean).join(' ')} />
  )
}

/** A button of one icon; its name is read out and shown on hover. */
export function IconButton({
  label,
  ...rest
}: Omit<ButtonProps, 'aria-label' | 'title' | 'className'> & { readonly label: string }) {
  return <Button look="quiet" {...rest} className={css['icon']} aria-label={label} title={label} />
}

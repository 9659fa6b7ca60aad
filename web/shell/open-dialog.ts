import { createCell } from '../cell/cell.ts'

/** Which dialog of the shell is open. */
export const openDialog = createCell<'help' | 'preferences' | undefined>(undefined)

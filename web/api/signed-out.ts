import { createCell } from '../cell/cell.ts'

/** True once the desk has answered 401: the session ended, or there never was one. */
export const signedOut = createCell(false)

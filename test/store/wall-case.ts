import type { AccountScope } from '../../src/model/scope.ts'
import type { Tx } from '../../src/store/database.ts'
import type { Things } from './wall-things.ts'

/** Asks a store function for the things named, by the scope given. */
export type WallCase = (tx: Tx, scope: AccountScope, things: Things) => Promise<unknown>

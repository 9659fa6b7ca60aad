/**
 * Every advisory lock of the product. PostgreSQL keeps two spaces: one number, and a class with a number
 * in it (the nodes). The numbers mean nothing; they are high so that another program's small ones do not meet them.
 */

/** Held by the one desk that runs on an embedded data directory, for its life. */
export const DESK_LOCK = 0x5afe_0001

/** Held while migrations run, so that two processes starting together apply each file once. */
export const MIGRATION_LOCK = 0x5afe_0002

/** Class of the node numbers 0 to 15: who holds (class, n) makes ids as node n. Fits int4, as a class must. */
export const NODE_LOCK_CLASS = 0x5afe_0003

/** Seed of the hash whose lock is held while mails of one account are taken in. */
export const RECEIVE_LOCK_SEED = 0x5afe_0004

/** Seed of the hash whose lock a process holds while it fetches a mailbox, so that no other fetches it too. */
export const MAILBOX_LEASE_SEED = 0x5afe_0005

/** Held by each desk while it makes sure of the roles and migrates, since the rights of a database are one row. */
export const ENTER_LOCK = 0x5afe_0006

/** By which door a mail came: fetched from a mailbox, handed in by a mail server, read from a file. */
export const MAIL_DOORS = ['imap', 'smtp', 'file'] as const
export type MailDoor = (typeof MAIL_DOORS)[number]

/**
 * What became of a mail that came in. `stored`: a message. `repeated`: its message is there already. `noticed`: it told of
 * a reply of ours. `quarantined`: set aside for a person. There is no fifth.
 */
export const ARRIVAL_OUTCOMES = ['stored', 'repeated', 'noticed', 'quarantined'] as const
export type ArrivalOutcome = (typeof ARRIVAL_OUTCOMES)[number]

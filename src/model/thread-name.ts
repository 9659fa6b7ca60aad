/** What a thread is known by. `unknown` were written before kinds were kept. */
export type ThreadNameKind = 'unknown' | 'case' | 'token' | 'mail' | 'order' | 'alias'

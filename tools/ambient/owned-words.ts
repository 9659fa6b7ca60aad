/** Something only its owners may write, since everybody else is handed it as an argument or must not have it at all. */
export interface OwnedWord {
  /** As it reads in the code after spaces are dropped: `Date.now`, `new Date()`, `randomUUID`. */
  readonly words: readonly string[]
  readonly owners: readonly string[]
  readonly remedy: string
}

export const OWNED_WORDS: readonly OwnedWord[] = [
  {
    words: ['Date.now', 'new Date()', 'Date()'],
    owners: ['src/base/clock.ts'],
    remedy: 'Time is an argument: take a Clock and call now().',
  },
  {
    words: ['Math.random', 'randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues'],
    owners: ['src/seal/system-random.ts'],
    remedy: 'Randomness is an argument: take a Random and call bytes().',
  },
  {
    words: ['process.env', 'node:process'],
    owners: ['src/config.ts'],
    remedy: 'Only config.ts reads the environment: take the value as an argument.',
  },
  {
    words: ['markCleared'],
    owners: ['src/policy/gate/cleared-reply.ts', 'src/policy/gate/pass-gate.ts'],
    remedy: 'Only the gate clears a reply: call passGate and send what it returns.',
  },
]

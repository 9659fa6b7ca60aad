import type { Canary } from './canaries.ts'
import type { Chance } from './value/chance.ts'
import { BARE_KINDS, KINDS } from './value/kinds.ts'
import { NOT_YET } from './value/not-yet.ts'
import { cardNumber } from './value/official-numbers.ts'
import type { SecretKind } from './value/secret-kind.ts'

/** A harmless word that stands beside the canaries of a part, and shows whether that part was looked at. */
export interface Witness {
  readonly part: string
  readonly word: string
  /** The desk shows what stands in this part; in the others it keeps nothing, or keeps it sealed. */
  readonly isShown: boolean
}

/** How a text is written in its part; the values are looked for as they stand there. */
export type Writing = (text: string) => string

/** Hides canaries in one kind of parts: those that are shown, or those that are not. */
export interface Hiding {
  /** A paragraph of every kind. */
  everyKind(part: string, write?: Writing): string
  /** A paragraph of every kind that is not taken out yet. */
  everyOther(part: string): string
  /** A few words with one value that needs no words around it, each time of another kind. */
  oneValue(part: string, write?: Writing): string
  /** A card number without anything around it, for places that take no words. */
  number(part: string): string
}

const TRIES = 50
const same: Writing = (text) => text

/** Makes the canaries of a run, each value for one place as far as there are enough, and remembers them. */
export class Planter {
  /** What must be nowhere. */
  readonly canaries: Canary[] = []
  /** What is shown, since it is not taken out yet. */
  readonly uncovered: Canary[] = []
  readonly witnesses: Witness[] = []
  readonly shown: Hiding = this.#hiding(true)
  readonly dropped: Hiding = this.#hiding(false)
  readonly #chance: Chance
  readonly #used = new Set<string>()
  #turn = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  #hiding(isShown: boolean): Hiding {
    return {
      everyKind: (part, write = same) => {
        const said = KINDS.map((kind) => kind.words.replace('{}', () => this.#plant(part, kind, write)))
        return write([`${this.#witness(part, isShown)}.`, ...said].join('\n\n'))
      },
      everyOther: (part) => {
        const said = NOT_YET.map((kind) => {
          const value = this.#fresh(kind)
          this.uncovered.push({ place: `${part} | ${kind.name}`, value })
          return kind.words.replace('{}', () => value)
        })
        return said.join('\n\n')
      },
      oneValue: (part, write = same) => {
        const kind = BARE_KINDS[this.#turn++ % BARE_KINDS.length] ?? BARE_KINDS[0]
        if (!kind) throw new Error('there is no kind to hide')
        return write(`${this.#witness(part, isShown)} ${this.#plant(part, kind, write)}`)
      },
      number: (part) => {
        const value = this.#fresh({ name: 'card, bare', words: '{}', make: (chance) => cardNumber(chance) })
        this.canaries.push({ place: `${part} | card, bare`, value })
        return value
      },
    }
  }

  #plant(part: string, kind: SecretKind, write: Writing): string {
    const value = this.#fresh(kind)
    this.canaries.push({ place: `${part} | ${kind.name}`, value: write(value) })
    return value
  }

  #fresh(kind: SecretKind): string {
    let value = kind.make(this.#chance)
    for (let tries = 0; tries < TRIES && this.#used.has(value); tries += 1) value = kind.make(this.#chance)
    this.#used.add(value)
    return value
  }

  #witness(part: string, isShown: boolean): string {
    const word = `Quarz${this.#chance.letters(7)}`
    this.witnesses.push({ part, word, isShown })
    return word
  }
}

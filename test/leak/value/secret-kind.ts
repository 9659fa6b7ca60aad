import type { Chance } from './chance.ts'

/** A kind of value as a buyer writes it: the value, and the words he puts around it, where `{}` stands for it. */
export interface SecretKind {
  readonly name: string
  readonly words: string
  make(chance: Chance): string
}

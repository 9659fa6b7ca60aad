import { topicOf } from './labelled.ts'
import type { Half, Labelled } from './labelled.ts'

/** Counts a corpus while lines are added: numbers for ids, and halves that stay equal. */
export class Tally {
  readonly #last = new Map<string, number>()
  readonly #counts = new Map<string, number>()

  constructor(known: readonly Labelled[]) {
    for (const line of known) {
      const key = `${line.lang}-${topicOf(line)}`
      this.#last.set(key, Math.max(this.#last.get(key) ?? 0, Number(line.id.slice(-3))))
      this.#place(line.lang, line.label ?? topicOf(line), line.set)
      for (const { type } of line.entities ?? []) this.turn(type)
    }
  }

  /** An id behind the last of that language and topic. */
  nextId(lang: string, topic: string): string {
    const key = `${lang}-${topic}`
    const number = (this.#last.get(key) ?? 0) + 1
    this.#last.set(key, number)
    return `${key}-${String(number).padStart(3, '0')}`
  }

  /** The half with fewer of that kind in that language, or in all languages if it has as many in both. */
  smallerHalf(lang: string, kind: string): Half {
    const ahead = (of: string): number => this.#count(`${of} ${kind} open`) - this.#count(`${of} ${kind} held`)
    const half = (ahead(lang) || ahead('all')) <= 0 ? 'open' : 'held'
    this.#place(lang, kind, half)
    return half
  }

  /** 0, 1, 2... each time it is asked for the same name. */
  turn(name: string): number {
    const now = this.#count(name)
    this.#counts.set(name, now + 1)
    return now
  }

  #place(lang: string, kind: string, half: Half): void {
    this.turn(`${lang} ${kind} ${half}`)
    this.turn(`all ${kind} ${half}`)
  }

  #count(name: string): number {
    return this.#counts.get(name) ?? 0
  }
}

/** A fixed number of places; who finds none free waits in line. */
export class Slots {
  readonly #count: number
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(count: number) {
    this.#count = count
    this.#free = count
  }

  /** Takes a place, after all who asked before. Each must be given back. */
  async take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push(resolve)
    await promise
  }

  give(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#free += 1
  }

  /** Resolves once all who asked before have been served, and keeps every place. */
  async takeAll(): Promise<void> {
    await Promise.all(Array.from({ length: this.#count }, () => this.take()))
  }
}

/** Most arguments handed to one call; engines refuse very many. */
const CALL_SIZE = 8_192
/** A longer text gets an array of its own, so that one hostile text does not hold memory for ever. */
const KEPT_UNITS = 65_536

/** Kept between texts: to make a typed array costs more than to fold a message. Emptied after each. */
const kept = new Uint16Array(KEPT_UNITS)

/** Collects the units of a folded text. One at a time: `take` ends it. */
export class UnitWriter {
  #units: Uint16Array
  #count = 0

  constructor(expected: number) {
    this.#units = expected <= KEPT_UNITS ? kept : new Uint16Array(expected + 16)
  }

  put(unit: number): void {
    if (this.#count === this.#units.length) this.#grow()
    this.#units[this.#count] = unit
    this.#count += 1
  }

  /** The text; nothing of it stays behind. */
  take(): string {
    let text = ''
    for (let at = 0; at < this.#count; at += CALL_SIZE)
      text += Reflect.apply(String.fromCharCode, null, this.#units.subarray(at, Math.min(at + CALL_SIZE, this.#count)))
    this.#units.fill(0, 0, this.#count)
    return text
  }

  #grow(): void {
    const larger = new Uint16Array(this.#units.length * 2)
    larger.set(this.#units)
    this.#units.fill(0)
    this.#units = larger
  }
}

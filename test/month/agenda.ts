import type { TestClock } from '../desk/test-clock.ts'

/** What happens at an instant. */
export type Act = () => Promise<void> | void

/** What is still to happen, in the order of its instants; the clock jumps from one to the next. */
export interface Agenda {
  /** Lets something happen so many seconds from now. */
  in(seconds: number, act: Act): void
  /** Lets something happen at an instant; one that is past happens next. */
  at(instant: Date, act: Act): void
  /** Moves the clock on and lets everything happen, until nothing is left. `before` hears the instant that comes next. */
  run(before: (next: Date) => Promise<void>): Promise<void>
}

interface Entry {
  readonly atMs: number
  /** What was entered first happens first. */
  readonly order: number
  readonly act: Act
}

export function agendaOf(clock: TestClock): Agenda {
  const heap = new Heap()
  let order = 0
  const add = (atMs: number, act: Act): void => heap.push({ atMs, order: (order += 1), act })
  return {
    in: (seconds, act) => add(clock.now().getTime() + seconds * 1_000, act),
    at: (instant, act) => add(instant.getTime(), act),
    async run(before) {
      for (let next = heap.pop(); next; next = heap.pop()) {
        await before(new Date(next.atMs))
        clock.forward(Math.max(0, next.atMs - clock.now().getTime()))
        await next.act()
      }
    },
  }
}

/** A binary heap: the earliest entry is always the first. */
class Heap {
  readonly #entries: Entry[] = []

  push(entry: Entry): void {
    const entries = this.#entries
    let at = entries.push(entry) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      const parent = entries[up]
      if (!parent || isEarlier(parent, entry)) break
      entries[at] = parent
      at = up
    }
    entries[at] = entry
  }

  pop(): Entry | undefined {
    const entries = this.#entries
    const first = entries[0]
    const last = entries.pop()
    if (!first || !last || entries.length === 0) return first
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [one, other] = [entries[left], entries[left + 1]]
      const child = one && other && isEarlier(other, one) ? left + 1 : left
      const sooner = entries[child]
      if (!sooner || isEarlier(last, sooner)) break
      entries[at] = sooner
      at = child
    }
    entries[at] = last
    return first
  }
}

function isEarlier(one: Entry, other: Entry): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)
}

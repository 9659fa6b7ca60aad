import type { ImapState } from '../channel/mail/imap/watch-options.ts'
import { noteWatch, type WatchNote } from '../flow/mailbox/note-watch.ts'
import type { DeskParts } from '../flow/parts.ts'
import type { WatchedSource } from '../store/mailbox-source.ts'

/** Writes down how one watcher fares, one note after the other. Of notes that come faster, the last is written. */
export class WatchNotes {
  readonly #parts: DeskParts
  readonly #watched: WatchedSource
  readonly #failed: (error: unknown) => void
  #last: WatchNote | undefined
  #next: WatchNote | undefined
  #writing: Promise<void> | undefined

  constructor(parts: DeskParts, watched: WatchedSource, failed: (error: unknown) => void) {
    this.#parts = parts
    this.#watched = watched
    this.#failed = failed
  }

  /** Hears a state of the watcher. One that fails is failing until it has succeeded, not only until it tries again. */
  hear(state: ImapState): void {
    if (state.state === 'connecting' && this.#last?.state === 'failing') return
    this.tell(noteOf(state, this.#last?.behind ?? 0))
  }

  tell(note: WatchNote): void {
    this.#last = note
    this.#next = note
    this.#writing ??= this.#write()
  }

  /** Says the last note again, so that people see the watcher is alive. */
  repeat(): void {
    if (this.#last) this.tell(this.#last)
  }

  /** Resolves when what was told is written, or could not be. */
  async written(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    while (this.#next) {
      const note = this.#next
      this.#next = undefined
      try {
        await noteWatch(this.#parts, this.#watched, note)
      } catch (error) {
        this.#failed(error)
      }
    }
    this.#writing = undefined
  }
}

function noteOf(state: ImapState, behind: number): WatchNote {
  switch (state.state) {
    case 'connecting':
      return { state: 'connecting', problem: undefined, retryAt: undefined, behind }
    case 'catching-up':
      return { state: 'catching-up', problem: undefined, retryAt: undefined, behind: state.lagMails }
    case 'caught-up':
      return { state: 'caught-up', problem: undefined, retryAt: undefined, behind: 0 }
    case 'failing':
      return { state: 'failing', problem: state.problem, retryAt: state.retryAt, behind }
  }
}

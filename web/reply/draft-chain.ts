import type { SaveDraftOutcome } from '../api/drafts.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Cell } from '../cell/cell.ts'
import { createCell } from '../cell/cell.ts'

/** Long enough that a pause in typing saves, and a word does not. */
const PAUSE_MS = 500
const RETRY_MS = 5_000

/** Where the draft is. Only in `saved` and `empty` does the desk hold what the editor shows. */
export type DraftState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'sensitive'; readonly findings: readonly Finding[] }
  | { readonly kind: 'changed' }
  | { readonly kind: 'failed' }

export interface DraftChainParts {
  /** Saves over the version last known, 0 for none. */
  save(draft: { readonly text: string; readonly version: number }): Promise<SaveDraftOutcome>
  /** Calls `run` after so many milliseconds unless the returned function is called before. */
  later(run: () => void, ms: number): () => void
}

/** A draft as the desk holds it. */
export interface StoredDraft {
  readonly text: string
  readonly version: number
  /** ISO instant in UTC; empty when there is none. */
  readonly changedAt: string
}

/** What stands where the desk holds no draft. */
export const NO_DRAFT: StoredDraft = { text: '', version: 0, changedAt: '' }

/**
 * Saves what a person writes, half a second after the last key, one save after the other: an older text can never land
 * over a newer one. A refused or failed save keeps the text and says so; a draft saved elsewhere is never written over.
 */
export class DraftChain {
  readonly #state: Cell<DraftState>
  readonly #parts: DraftChainParts
  #text: string
  #stored: StoredDraft
  #tail: Promise<void> = Promise.resolve()
  #cancel: () => void = () => undefined

  constructor(parts: DraftChainParts, stored: StoredDraft) {
    this.#parts = parts
    this.#text = stored.text
    this.#stored = stored
    this.#state = createCell<DraftState>(restingState(stored.text))
  }

  get state(): Cell<DraftState> {
    return this.#state
  }

  get stored(): StoredDraft {
    return this.#stored
  }

  /** Whether the editor shows something the desk does not hold. */
  get isDirty(): boolean {
    return this.#text !== this.#stored.text
  }

  /** Takes the newest text; it is saved once the typing pauses. */
  edit(text: string): void {
    this.#text = text
    this.#cancel()
    if (this.#state.get().kind === 'changed') return
    this.#state.set({ kind: 'editing' })
    this.#cancel = this.#parts.later(() => this.#enqueue(), PAUSE_MS)
  }

  /** Saves now what is not saved yet; resolves once nothing is under way. Never throws. */
  async settle(): Promise<void> {
    this.#cancel()
    this.#enqueue()
    await this.#tail
  }

  /** Takes over what the desk holds, such as after a send or when the other window's draft is chosen. */
  adopt(stored: StoredDraft): void {
    this.#cancel()
    this.#text = stored.text
    // Always another object: a save still under way knows by it that its answer comes too late.
    this.#stored = { ...stored }
    this.#state.set(restingState(stored.text))
  }

  /** Ends a `changed` in favour of the text in the editor: it is saved over the version found. */
  keepMine(found: StoredDraft): void {
    this.#stored = { ...found }
    this.#state.set({ kind: 'editing' })
    this.#enqueue()
  }

  #enqueue(): void {
    this.#tail = this.#tail.then(() => this.#saveNewest())
  }

  async #saveNewest(): Promise<void> {
    const { kind } = this.#state.get()
    if (kind === 'changed') return
    if (!this.isDirty) return this.#state.set(restingState(this.#text))
    const base = this.#stored
    const attempt = { text: this.#text, version: base.version }
    this.#state.set({ kind: 'saving' })
    const outcome = await this.#parts.save(attempt).catch(() => undefined)
    if (this.#stored !== base) return
    this.#conclude(attempt, outcome)
  }

  #conclude(attempt: { readonly text: string }, outcome: SaveDraftOutcome | undefined): void {
    if (!outcome) {
      this.#state.set({ kind: 'failed' })
      this.#cancel()
      this.#cancel = this.#parts.later(() => this.#enqueue(), RETRY_MS)
      return
    }
    if (outcome.kind === 'changed') return this.#state.set(outcome)
    if (outcome.kind === 'saved') {
      this.#stored = { text: attempt.text, version: outcome.version, changedAt: outcome.changedAt }
    }
    if (this.#text !== attempt.text) return this.#state.set({ kind: 'editing' })
    this.#state.set(outcome.kind === 'saved' ? restingState(this.#text) : outcome)
  }
}

function restingState(text: string): DraftState {
  return { kind: text === '' ? 'empty' : 'saved' }
}

import type { Finding } from '../../src/model/finding.ts'
import { applyFixes } from '../../src/policy/check/apply-fixes.ts'
import type { Cell } from '../cell/cell.ts'
import { createCell } from '../cell/cell.ts'
import type { DraftChain, StoredDraft } from './draft-chain.ts'
import { withDeskFindings } from './judge.ts'
import type { Obstacle } from './obstacle.ts'
import { quoteOf } from './quote-of.ts'
import type { Judged } from './verdict-words.ts'
import { blocking, sameRules } from './verdict-words.ts'

/** The panel may follow the typing this late; underlines follow at once. */
const PANEL_PAUSE_MS = 200

/** What the reply box tells its person besides the verdict. */
export type ReplyNotice = KnownNotice | { readonly problem: string }

/** Notices with words of the page; any other problem has the desk's own sentence. */
export type KnownNotice =
  | 'changed'
  | 'answered'
  | 'unsent'
  | 'too-late'
  | 'undo-unsure'
  | 'taken-back'
  | Exclude<Obstacle, 'blocked'>

/** The text box a desk drives, whichever it is. */
export interface EditorHandle {
  setText(text: string): void
  reveal(finding: Finding): void
  focus(): void
}

export interface ReplyDeskParts {
  /** Which conversation this is, for React. */
  readonly key: string
  readonly chain: DraftChain
  judge(text: string): Judged
  later(run: () => void, ms: number): () => void
}

/**
 * The reply a person writes in one conversation: its text, the check's word on it and its draft. It lives as long as the
 * tab, so that a text which could not be saved is still there when the person comes back to the conversation.
 */
export class ReplyDesk {
  readonly key: string
  readonly chain: DraftChain
  /** What the page shows; up to 200 ms behind the editor while the same rules are met. */
  readonly judged: Cell<Judged>
  readonly notice: Cell<ReplyNotice | undefined> = createCell<ReplyNotice | undefined>(undefined)
  readonly sending: Cell<boolean> = createCell(false)
  /** The newest buyer message the person has seen while writing. */
  readonly readMessageId: Cell<string | undefined> = createCell<string | undefined>(undefined)
  readonly #parts: ReplyDeskParts
  #newest: Judged
  #editor: EditorHandle | undefined
  #wantsFocus = false
  #cancel: () => void = () => undefined

  constructor(parts: ReplyDeskParts) {
    this.#parts = parts
    this.key = parts.key
    this.chain = parts.chain
    this.#newest = parts.judge(parts.chain.stored.text)
    this.judged = createCell(this.#newest)
  }

  get text(): string {
    return this.#newest.text
  }

  /** What the check says of the newest text. */
  get newest(): Judged {
    return this.#newest
  }

  /** Takes what was typed; gives what the check says of it, for the underlines. */
  type(text: string): Judged {
    if (text === this.#newest.text) return this.#newest
    this.#newest = this.#parts.judge(text)
    this.notice.set(undefined)
    this.chain.edit(text)
    this.#cancel()
    const publish = () => this.judged.set(this.#newest)
    if (sameRules(this.judged.get(), this.#newest)) this.#cancel = this.#parts.later(publish, PANEL_PAUSE_MS)
    else publish()
    return this.#newest
  }

  /** Puts a text of our own into the editor and saves it like a typed one. */
  write(text: string): void {
    this.type(text)
    this.#editor?.setText(text)
  }

  /** Shows what the desk holds, without saving it back. */
  adopt(stored: StoredDraft): void {
    this.chain.adopt(stored)
    this.#publish(this.#parts.judge(stored.text))
    this.#editor?.setText(stored.text)
  }

  /** Adds what the desk found in the text it refused; the next key takes it away again. */
  addFindings(found: readonly Finding[]): void {
    this.#publish(withDeskFindings(this.#newest, found))
    this.#editor?.setText(this.text)
  }

  /** Replaces the whole sentence a finding stands in by the rule's safe one. */
  fix(shown: Finding): void {
    const finding = this.#current(shown)
    if (finding?.fix) this.write(applyFixes(this.text, [finding]))
    this.focus()
  }

  /** Goes to a finding, or to the first one that blocks. */
  reveal(shown: Finding | undefined = blocking(this.#newest)[0]): void {
    const finding = shown && this.#current(shown)
    if (finding) this.#editor?.reveal(finding)
  }

  /** Says what keeps the text from being sent. */
  refuse(found: Exclude<Obstacle, 'blocked'>): void {
    this.notice.set(found)
    if (found === 'empty') this.focus()
  }

  /** Puts the cursor into the text box, or into the one that is being opened. */
  focus(): void {
    this.#wantsFocus = this.#editor === undefined
    this.#editor?.focus()
  }

  /** Binds a text box until the returned function is called. */
  attach(editor: EditorHandle): () => void {
    this.#editor = editor
    if (this.#wantsFocus) this.focus()
    return () => {
      if (this.#editor === editor) this.#editor = undefined
    }
  }

  #publish(judged: Judged): void {
    this.#cancel()
    this.#newest = judged
    this.judged.set(judged)
  }

  /** The finding as it stands in the newest text: what the panel shows may be a few keys old. */
  #current(shown: Finding): Finding | undefined {
    const { findings, text } = this.#newest
    if (findings.includes(shown)) return shown
    const quote = quoteOf(this.judged.get().text, shown)
    return findings.find((finding) => finding.rule === shown.rule && quoteOf(text, finding) === quote)
  }
}

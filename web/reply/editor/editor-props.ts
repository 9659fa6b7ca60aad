import type { ReplyDesk } from '../reply-desk.ts'

/** What every text box of a reply is given. */
export interface EditorProps {
  readonly desk: ReplyDesk
  readonly label: string
  /** Id of the element that says the verdict. */
  readonly describedBy: string
  readonly onSend: () => void
}

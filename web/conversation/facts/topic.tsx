import { Banknote, CircleX, Gavel, Info, MailX, PackageX, Scale, Undo2 } from 'lucide-react'

import type { Message } from '../../api/conversations.ts'
import { factRows } from './fact-rows.ts'
import css from './topic.module.css'
import { TOPIC_WORDS } from './topic-words.ts'

type NoticeTopic = Exclude<NonNullable<Message['topic']>, 'customer-service'>

const ICONS = {
  'return-request': Undo2,
  refund: Banknote,
  cancellation: PackageX,
  'claim-opened': Scale,
  'claim-closed': Gavel,
  other: Info,
  'opted-out': MailX,
  refused: CircleX,
} as const satisfies Record<NoticeTopic, unknown>

/** What a mail of Amazon's is about, and the facts in it. Nothing for a mail without either. */
export function Topic({ message }: { readonly message: Message }) {
  const { topic } = message
  const rows = factRows(message)
  const isNamed = topic !== null && topic !== 'customer-service'
  if (!isNamed && rows.length === 0) return null
  return (
    <div className={css['topic']}>
      {isNamed && <TopicTitle topic={topic} />}
      {rows.length > 0 && (
        <dl className={css['facts']}>
          {rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function TopicTitle({ topic }: { readonly topic: NoticeTopic }) {
  const Icon = ICONS[topic]
  return (
    <h4 className={css['title']}>
      <Icon size={17} aria-hidden /> {TOPIC_WORDS[topic]}
    </h4>
  )
}

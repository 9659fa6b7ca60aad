import { Paperclip, TriangleAlert } from 'lucide-react'

import type { Attachment } from '../../api/conversations.ts'
import { sizeWords } from '../../control/size-words.ts'
import { kindWords } from './attachment-words.ts'
import css from './attachment-list.module.css'
import { MessageText } from '../message-text.tsx'

interface AttachmentListProps {
  readonly attachments: readonly Attachment[]
  readonly sellerCentralUrl: string | null
}

/** What a mail brought with it: named and never opened here. */
export function AttachmentList({ attachments, sellerCentralUrl }: AttachmentListProps) {
  if (attachments.length === 0) return null
  return (
    <div className={css['attachments']}>
      <ul aria-label="Attachments">
        {attachments.map((attachment) => (
          <Item key={attachment.id} attachment={attachment} />
        ))}
      </ul>
      <p>
        Not opened here.{' '}
        {sellerCentralUrl === null ? (
          'Open it in Seller Central.'
        ) : (
          <a href={sellerCentralUrl} target="_blank" rel="noreferrer">
            Open it in Seller Central
          </a>
        )}
      </p>
    </div>
  )
}

function Item({ attachment }: { readonly attachment: Attachment }) {
  const { name, kind, isRisky, sizeBytes } = attachment
  const Icon = isRisky ? TriangleAlert : Paperclip
  return (
    <li data-tone={isRisky ? 'warn' : 'plain'}>
      <Icon size={14} aria-hidden />
      <div className={css['name']}>{name === '' ? 'Without a name' : <MessageText text={name} />}</div>
      <span className={css['kind']}>
        {kindWords(kind)}, {sizeWords(sizeBytes)}
        {isRisky && '. It can harm a computer: do not open it'}
      </span>
    </li>
  )
}

import { ExternalLink } from 'lucide-react'

/** Amazon's own link to say that a message needs no response. It acts when it is opened, so only a person opens it. */
export function AmazonLink({ url }: { readonly url: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      Open Amazon's link <ExternalLink size={13} aria-hidden />
    </a>
  )
}

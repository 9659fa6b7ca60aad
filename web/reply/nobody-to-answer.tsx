import { ExternalLink } from 'lucide-react'

import buttonCss from '../control/button.module.css'
import { Strip } from '../control/strip.tsx'
import css from './composer.module.css'

/** Stands in the reply box's place where only Amazon wrote: it takes no answers by mail. */
export function NobodyToAnswer({ sellerCentralUrl }: { readonly sellerCentralUrl: string | null }) {
  return (
    <section className={css['nobody']} aria-label="Your reply">
      <Strip
        tone="info"
        title="There is no address to answer"
        actions={
          sellerCentralUrl !== null && (
            <a
              className={buttonCss['button']}
              data-look="main"
              href={sellerCentralUrl}
              target="_blank"
              rel="noreferrer"
            >
              <ExternalLink size={16} aria-hidden /> Open it in Seller Central
            </a>
          )
        }
      >
        Only Amazon wrote here. What it asks for is done in Seller Central.
      </Strip>
    </section>
  )
}

import { Button } from '../control/button.tsx'
import { Dialog } from '../control/dialog.tsx'
import css from './quarantine-page.module.css'

interface ReportDialogProps {
  readonly isOpen: boolean
  readonly onReport: () => void
  readonly onClose: () => void
}

/** Asks before a mail is called phishing: that cannot be taken back. */
export function ReportDialog({ isOpen, onReport, onClose }: ReportDialogProps) {
  return (
    <Dialog title="Report it as phishing?" isOpen={isOpen} onClose={onClose}>
      <p>
        It is never shown in the inbox then, and its clock ends. This cannot be taken back. If a buyer may have written
        it, look in Seller Central first.
      </p>
      <div className={css['decisions']}>
        <Button look="main" onClick={onReport}>
          Report as phishing
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  )
}

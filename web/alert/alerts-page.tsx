import { Page } from '../control/page.tsx'
import { AlertList } from './alert-list.tsx'

/** The alerts as a page of their own, for phones and for links. */
export function AlertsPage() {
  return (
    <Page
      title="Alerts"
      lead="What needs somebody now, due first. Seen is for everybody: say so when you have taken care of it."
    >
      <AlertList />
    </Page>
  )
}

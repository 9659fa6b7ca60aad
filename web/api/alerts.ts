import type { AlertsView, AlertView } from '../../src/http/route/alert-shapes.ts'
import { call } from './client.ts'

/** Something a person must be told of, until somebody has seen it or it is settled. */
export type Alert = AlertView

/** The alerts due first, and whether there are more of them. */
export type Alerts = AlertsView

/** The open alerts of an account, due first. */
export async function readAlerts(accountId: string, signal: AbortSignal): Promise<Alerts> {
  return await call<Alerts>({ path: `/accounts/${accountId}/alerts`, signal })
}

/** Says that somebody has seen an alert, which ends it for everybody. */
export async function seeAlert(accountId: string, alertId: string): Promise<void> {
  await call({ method: 'POST', path: `/accounts/${accountId}/alerts/${alertId}/seen` })
}

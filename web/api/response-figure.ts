import type { FigureWindowView, ResponseFigureView } from '../../src/http/route/figure-shapes.ts'
import { call } from './client.ts'

/** How fast buyers are answered, as Amazon counts it. */
export type ResponseFigure = ResponseFigureView
/** The messages of the last so many days. */
export type FigureWindow = FigureWindowView

export async function readResponseFigure(accountId: string, signal: AbortSignal): Promise<ResponseFigure> {
  return await call<ResponseFigure>({ path: `/accounts/${accountId}/response-figure`, signal })
}

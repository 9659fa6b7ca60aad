import { z } from '@hono/zod-openapi'

import { instant } from './basic-shapes.ts'
import { SourceShape } from './shapes.ts'

const FigureWindowShape = z
  .object({
    days: z.int(),
    /** inTime + answeredLate + unanswered + pending = messages */
    messages: z.int(),
    inTime: z.int(),
    answeredLate: z.int(),
    /** Not answered, and the hours are over. */
    unanswered: z.int(),
    /** Not answered, and there is time left. */
    pending: z.int(),
    /** Share of late and unanswered, from 0 to 1; null when nothing is counted. */
    lateShare: z.number().min(0).max(1).nullable(),
  })
  .openapi('FigureWindow')

export const ResponseFigureShape = z
  .object({
    now: instant,
    limitHours: z.number(),
    source: SourceShape,
    windows: z.array(FigureWindowShape),
  })
  .openapi('ResponseFigure')

export type FigureWindowView = z.infer<typeof FigureWindowShape>
export type ResponseFigureView = z.infer<typeof ResponseFigureShape>

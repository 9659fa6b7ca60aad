import { z } from '@hono/zod-openapi'

import { check } from '../../policy/check/check.ts'
import { newApp } from '../app-env.ts'
import { answer, body, declareRoute } from '../declare-route.ts'
import { ok } from '../ok.ts'
import type { HttpParts } from '../parts.ts'
import { presentVerdict } from '../present.ts'
import { SourceShape, VerdictShape } from './shapes.ts'

const CheckShape = z.object({ text: z.string(), lang: z.string().max(16).optional() }).openapi('Check')

const RuleShape = z
  .object({
    id: z.string(),
    title: z.string(),
    force: z.enum(['never', 'by-two', 'advice']),
    reason: z.string(),
    source: SourceShape,
  })
  .openapi('Rule')

const PackShape = z
  .object({
    id: z.string(),
    date: z.string(),
    rules: z.array(RuleShape),
    limits: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string(), source: SourceShape })),
  })
  .openapi('PolicyPack')

const checkText = declareRoute('session', {
  method: 'post',
  path: '/check',
  summary: 'Check a text as if it were to be sent; nothing is kept',
  request: { body: body(CheckShape) },
  responses: { 200: answer(VerdictShape, 'What the rules say') },
})

const showPack = declareRoute('session', {
  method: 'get',
  path: '/policy',
  summary: 'The policy pack in force: every rule and number with its source',
  responses: { 200: answer(PackShape, 'The pack') },
})

/** The rules, and trying a text against them. */
export function policyRoutes({ desk: { pack } }: HttpParts) {
  return newApp()
    .openapi(checkText, (c) => {
      const { text, lang } = c.req.valid('json')
      return ok(c, VerdictShape, presentVerdict(check(text, lang === undefined ? { pack } : { pack, lang })))
    })
    .openapi(showPack, (c) => {
      const sourceOf = (key: string) => SourceShape.parse(pack.sources[key])
      return ok(c, PackShape, {
        id: pack.id,
        date: pack.date,
        rules: Object.values(pack.rules).map((rule) => ({ ...rule, source: sourceOf(rule.source) })),
        limits: Object.entries(pack.limits).map(([name, limit]) => ({
          name,
          ...limit,
          source: sourceOf(limit.source),
        })),
      })
    })
}

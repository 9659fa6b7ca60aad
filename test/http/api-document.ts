import { z } from 'zod'

import type { App } from '../../src/http/app-env.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The part of a JSON schema that the document uses. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
}

const content = z.record(z.string(), z.looseObject({ schema: z.custom<JsonSchema>().optional() }))
const operation = z.looseObject({
  'x-permission': z.string(),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: content.optional() })),
})
const document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.custom<JsonSchema>()) }),
})

export type ApiDocument = z.infer<typeof document>

/** One route as the document declares it. */
export interface ApiRoute {
  readonly method: string
  /** With its names in braces, such as `/api/v1/accounts/{account}/quarantine`. */
  readonly path: string
  readonly access: string
  readonly takesBody: boolean
  readonly operation: z.infer<typeof operation>
}

/** The OpenAPI document as a client fetches it. */
export async function fetchDocument(app: App): Promise<ApiDocument> {
  const answer = await app.request('/api/v1/openapi.json')
  return document.parse(await answer.json())
}

/** Every route of the document, by path and method. Throws when there is none, so that no test passes on nothing. */
export function routesOf(api: ApiDocument): readonly ApiRoute[] {
  const routes = Object.entries(api.paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method]
      if (!operation) return []
      const takesBody = operation.requestBody !== undefined
      return [{ method: method.toUpperCase(), path, access: operation['x-permission'], takesBody, operation }]
    }),
  )
  if (routes.length === 0) throw new Error('the document has no routes')
  return routes.sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
}

/** `POST /api/v1/check`: how a route is called in lists and tables. */
export function routeName({ method, path }: ApiRoute): string {
  return `${method} ${path}`
}

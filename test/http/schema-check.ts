import type { ApiDocument, JsonSchema } from './api-document.ts'

/** What of a value its schema does not allow, as `path: complaint`; nothing when all is well. */
export function complaints(api: ApiDocument, schema: JsonSchema, value: unknown, path = '$'): readonly string[] {
  const check = (part: JsonSchema, at: unknown, where: string): readonly string[] => complaints(api, part, at, where)
  const flat = flatten(api, schema)
  const choices = flat.anyOf ?? flat.oneOf
  if (choices) {
    const fitting = choices.some((choice) => check(choice, value, path).length === 0)
    return fitting ? [] : [`${path}: fits none of ${choices.length} shapes`]
  }
  const types = flat.type === undefined ? [] : [flat.type].flat()
  if (types.length === 0) return [`${path}: the document does not say what this is`]
  if (!types.some((type) => isOfType(type, value))) return [`${path}: ${typeof value} is not ${types.join(' or ')}`]
  if (flat.enum && !flat.enum.includes(value)) return [`${path}: not one of the values`]
  if (typeof value === 'string') return textComplaints(flat, value, path)
  if (Array.isArray(value)) return value.flatMap((item, at) => check(flat.items ?? {}, item, `${path}[${at}]`))
  if (!isRecord(value)) return []
  const { properties = {}, required = [] } = flat
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, item]) => {
      const property = properties[name]
      return property ? check(property, item, `${path}.${name}`) : [`${path}.${name}: not declared`]
    }),
  ]
}

/** A schema with its reference followed and its parts joined. */
function flatten(api: ApiDocument, schema: JsonSchema): JsonSchema {
  const { $ref, allOf, ...rest } = schema
  if ($ref !== undefined) {
    const named = api.components.schemas[$ref.replace('#/components/schemas/', '')]
    if (!named) throw new Error(`${$ref} is not in the document`)
    return flatten(api, named)
  }
  const parts = [...(allOf ?? []).map((part) => flatten(api, part)), rest]
  return {
    ...Object.assign({}, ...parts),
    ...(parts.some(({ properties }) => properties)
      ? { properties: Object.assign({}, ...parts.map(({ properties }) => properties ?? {})) }
      : {}),
    ...(parts.some(({ required }) => required) ? { required: parts.flatMap(({ required }) => required ?? []) } : {}),
  }
}

function textComplaints(schema: JsonSchema, text: string, path: string): readonly string[] {
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text)) return [`${path}: wrong pattern`]
  if (schema.format === 'date-time' && !text.endsWith('Z')) return [`${path}: not an instant of UTC`]
  return []
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

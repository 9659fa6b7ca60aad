import type { Entity } from '../../tools/corpus/labelled.ts'
import type { Detect } from '../../tools/corpus/score.ts'

/** A detector that is measured, loaded when it is asked for, so that a fresh process can time that. */
export interface Contender {
  readonly name: string
  /** The types it says it finds, under our names; undefined for all. Only these count for it. */
  readonly claims: ReadonlySet<string> | undefined
  readonly load: () => Promise<Detect>
}

const ARCJET: Readonly<Record<string, string>> = {
  email: 'EMAIL',
  'phone-number': 'PHONE',
  'credit-card-number': 'CARD',
}

/** Names of openredaction's patterns by what they begin or end with; the first that fits counts. */
const OPEN: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/^EMAIL$/, 'EMAIL'],
  [/^PHONE/, 'PHONE'],
  [/^CREDIT_CARD$/, 'CARD'],
  [/^IBAN$|ACCOUNT_IBAN$/, 'IBAN'],
  [/^SSN$/, 'SSN'],
  [/SORT_CODE|ROUTING_NUMBER|^BANK_ACCOUNT|WIRE_TRANSFER_DETAILS/, 'BANK'],
  [
    /NATIONAL_ID|NATIONAL_INSURANCE|_MY_NUMBER$|SOCIAL_SECURITY|_DNI$|FISCAL_CODE|_BSN$|_PESEL$|_CPF$|_TAX_ID$|TURKEY_ID/,
    'NATIONAL_ID',
  ],
  [/API_KEY$|TOKEN$|SECRET|PASSWORD|PRIVATE_KEY$/, 'CREDENTIAL'],
  [/_HANDLE$|USERNAME$|^(?:TWITTER|DISCORD|TELEGRAM)_USER_ID$/, 'HANDLE'],
  [/^ADDRESS|STREET/, 'ADDRESS'],
]

/** Our engine and the peers of the npm registry that do something like it, small and freely licensed. */
export const CONTENDERS: readonly Contender[] = [
  {
    name: 'safereply',
    claims: undefined,
    async load() {
      const { detect } = await import('../../tools/detector.ts')
      return detect
    },
  },
  {
    name: 'arcjet',
    claims: new Set(Object.values(ARCJET)),
    async load() {
      const { redact } = await import('@arcjet/redact')
      return async (text) => {
        const values: (readonly [type: string, value: string])[] = []
        await redact(text, {
          replace: (entity, value) => {
            values.push([ARCJET[entity] ?? entity, value])
            return undefined
          },
        })
        return inOrder(text, values)
      }
    },
  },
  {
    name: 'openredaction',
    claims: new Set(OPEN.map(([, type]) => type)),
    async load() {
      const { OpenRedaction } = await import('@openredaction/openredaction')
      const shield = new OpenRedaction()
      return (text) =>
        shield.detect(text).detections.map(({ type, position: [start, end] }) => ({
          type: OPEN.find(([pattern]) => pattern.test(type))?.[1] ?? type,
          start,
          end,
        }))
    },
  },
]

/** The contender of that name. Throws when there is none. */
export function findContender(name: string | undefined): Contender {
  const found = CONTENDERS.find((contender) => contender.name === name)
  if (found === undefined) throw new RangeError(`no contender is called ${name}`)
  return found
}

/** Where values stand that were named in the order of the text. */
function inOrder(text: string, values: readonly (readonly [type: string, value: string])[]): readonly Entity[] {
  let behind = 0
  return values.flatMap(([type, value]) => {
    const start = text.indexOf(value, behind)
    if (start < 0) return []
    behind = start + value.length
    return [{ type, start, end: behind }]
  })
}

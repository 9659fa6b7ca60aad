import type { AmazonLink } from '../../../model/amazon-link.ts'

const LINK = /https?:\/\/[^\s<>"[\]]+/gu
/** Amazon's are below 300; each value they hold is bounded too. */
const LINK_MAX = 2_000
const VALUE = /^[\w.~+/=-]{1,200}$/u

/** A shape Amazon gives the link: where it leads, and what it may and must name there. */
interface LinkShape {
  readonly schemes: readonly string[]
  readonly host: string
  readonly path: string
  readonly parameters: readonly string[]
  readonly required: readonly string[]
}

const SHAPES: readonly LinkShape[] = [
  {
    schemes: ['https'],
    host: 'sellercentral.amazon.',
    path: '/messaging/no-response-needed',
    parameters: ['t', 'm', 'mp', 'c', 'h', 's'],
    required: ['t', 'm'],
  },
  // Of older mails, which named it without encryption.
  {
    schemes: ['https', 'http'],
    host: 'www.amazon.',
    path: '/gp/communication-manager/no-response-needed.html',
    parameters: ['msg', 'd', 'mp', 'v', 't'],
    required: ['msg'],
  },
]

/**
 * Amazon's "no response needed" link of a footer, the text below the end marker, or nothing. The place must be Amazon's
 * to the letter, which leaves no room for another host, a user name, a port or a path that only resolves to it; the link
 * is then written anew, always with encryption. It is read, never followed.
 */
export function noResponseLink(footer: string | undefined, marketplaceTlds: readonly string[]): AmazonLink | undefined {
  const places = placesOf(marketplaceTlds)
  return (footer?.match(LINK) ?? []).map((text) => rebuilt(text, places)).find((link) => link !== undefined)
}

function placesOf(marketplaceTlds: readonly string[]): ReadonlyMap<string, { place: string; shape: LinkShape }> {
  return new Map(
    SHAPES.flatMap((shape) =>
      marketplaceTlds.flatMap((tld) => {
        const place = `${shape.host}${tld}${shape.path}`
        return shape.schemes.map((scheme) => [`${scheme}://${place}`, { place, shape }] as const)
      }),
    ),
  )
}

function rebuilt(text: string, places: ReturnType<typeof placesOf>): AmazonLink | undefined {
  const [start = '', query, ...others] = text.split('?')
  const known = places.get(start)
  if (!known || query === undefined || others.length > 0 || text.length > LINK_MAX) return undefined
  const { place, shape } = known
  const named = [...new URLSearchParams(query)]
  const names = new Set(named.map(([name]) => name))
  const isAmazons =
    names.size === named.length &&
    shape.required.every((name) => names.has(name)) &&
    named.every(([name, value]) => shape.parameters.includes(name) && VALUE.test(value))
  if (!isAmazons) return undefined
  const link = `https://${place}?${new URLSearchParams([...named]).toString()}`
  return link as AmazonLink // proof: the only maker; every part is Amazon's to the letter or a bounded value, encoded anew
}

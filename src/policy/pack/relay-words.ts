import { foldText } from '../detect/fold/fold.ts'
import type { Json, Sources } from './json-reader.ts'
import { date, each, list, object, oneOf, readSources, refuseUnknown, sourceKey, table, text } from './json-reader.ts'
import json from './relay-2026-11-23.json' with { type: 'json' }

/** What a notification type of Amazon's announces. */
export const MAIL_KINDS = [
  'buyer-message',
  'copy',
  'opted-out',
  'return-request',
  'refund',
  'cancellation',
  'claim-opened',
  'claim-closed',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** A value of X-Space-Notification-Type that is known. */
export interface NotificationType {
  readonly kind: MailKind
  /** Local parts it comes from, at any of Amazon's domains. Empty: from a buyer's relay address. */
  readonly senders: readonly string[]
}

/** What Amazon's templates say, by what it means. `…` in a phrase stands for some words of the same sentence. */
export const PHRASE_NAMES = [
  'optOut',
  'refusal',
  'senderRefusal',
  'copy',
  'copySubject',
  'returnRequest',
  'refund',
  'cancellation',
  'claimName',
  'claimOpened',
  'claimClosed',
  'serviceContact',
  'serviceTeam',
  'itemLabel',
  'reasonLabel',
  'detailsLabel',
  'quantityLabel',
  'fulfilmentLabel',
  'merchantValue',
  'amazonValue',
  'answerVerb',
  'within',
  'until',
  'dayUnit',
  'hourUnit',
  'amazonName',
] as const
export type PhraseName = (typeof PHRASE_NAMES)[number]

/** The dated words and senders by which Amazon's mails are known. Phrases of all languages, as `foldWords` gives them. */
export interface RelayWords {
  readonly types: Readonly<Record<string, NotificationType>>
  /** Domains of Amazon's own, beside the pack's, that write to sellers. */
  readonly senderDomains: readonly string[]
  /** Local parts that never write about a single message, return, refund or cancellation. */
  readonly systemSenders: readonly string[]
  /** Names in a domain that only Amazon may bear. */
  readonly brandLabels: readonly string[]
  readonly phrases: Readonly<Record<PhraseName, readonly string[]>>
  /** A word for one, two, three and so on; one list a language. */
  readonly numberWords: readonly (readonly string[])[]
  /** Names of the twelve months; one list a language. */
  readonly months: readonly (readonly string[])[]
}

let loaded: RelayWords | undefined

/** The words this program ships. Read at the first call and kept; throws Fault `pack.invalid` if the file is damaged. */
export function relayWords(): RelayWords {
  loaded ??= readRelayWords(json)
  return loaded
}

/** A text as phrases are compared: case, accents, look-alike letters, kinds of apostrophe, hyphen and blank are one. */
export function foldWords(words: string): string {
  return foldText(words)
    .text.replace(/[’‘`´ʼ＇]/gu, "'")
    .replace(/[\u2010-\u2015\u2212－]/gu, '-')
    .replace(/\s+/gu, ' ')
}

/** The sign for some words is none of the phrase's own, and is not folded. */
function foldPhrase(phrase: string): string {
  return phrase.split('…').map(foldWords).join('…')
}

/** Reads the data file of words; throws Fault `pack.invalid`, whose detail names the first thing wrong. */
export function readRelayWords(value: unknown): RelayWords {
  const root = object(value, 'relay')
  date(root['date'], 'date')
  const sources = readSources(root['sources'])
  const phrases = object(root['phrases'], 'phrases')
  refuseUnknown(phrases, PHRASE_NAMES, 'phrases')
  const byLanguage = (entry: unknown, at: string) => readTexts(object(entry, at), 'texts', at, sources).map(foldPhrase)
  return {
    types: each(object(root['types'], 'types'), (entry, name) => readType(entry, `types.${name}`, sources)),
    senderDomains: readValues(root, 'senderDomains', sources),
    systemSenders: readValues(root, 'systemSenders', sources),
    brandLabels: readValues(root, 'brandLabels', sources),
    phrases: table(PHRASE_NAMES, (name) => list(phrases[name], `phrases.${name}`, byLanguage).flat()),
    numberWords: list(root['numberWords'], 'numberWords', byLanguage),
    months: list(root['months'], 'months', byLanguage),
  }
}

function readType(value: unknown, at: string, sources: Sources): NotificationType {
  const entry = object(value, at)
  const kind = oneOf(entry['kind'], MAIL_KINDS, `${at}.kind`)
  sourceKey(entry['source'], at, sources)
  return { kind, senders: kind === 'buyer-message' ? [] : list(entry['senders'], `${at}.senders`, text) }
}

function readValues(root: Json, name: string, sources: Sources): readonly string[] {
  return readTexts(object(root[name], name), 'values', name, sources)
}

function readTexts(entry: Json, key: string, at: string, sources: Sources): readonly string[] {
  sourceKey(entry['source'], at, sources)
  return list(entry[key], `${at}.${key}`, text)
}

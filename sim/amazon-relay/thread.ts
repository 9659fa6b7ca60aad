import { type BuyerRequest, RequestError } from './buyer-request.ts'
import { findMarketplace, type Language, type Marketplace, MARKETPLACES, relayDomain } from './marketplaces.ts'
import type { Tokens } from './tokens.ts'

/** What a buyer bought. */
export interface Order {
  readonly id: string
  readonly title: string
  readonly asin: string
}

/** One buyer writing to the seller about one thing: what Amazon keeps behind a relay address. */
export interface Thread {
  /** alias@marketplace.amazon.<tld>, or alias+<case id>@ */
  readonly relayAddress: string
  readonly alias: string
  readonly caseId: string | undefined
  readonly buyerName: string
  readonly marketplace: Marketplace
  /** Missing for a question before ordering. */
  readonly order: Order | undefined
  /** `t=` of the footer links. */
  readonly threadToken: string
  /** `c=` of the footer links. */
  readonly customerToken: string
}

/** The threads whose addresses were handed out. */
export interface Threads {
  /** Begins a thread, or goes on with the one of the same relay address. Throws a RequestError. */
  open(request: BuyerRequest, language: Language): Thread
  find(relayAddress: string): Thread | undefined
  hasAlias(alias: string): boolean
}

const SOME_PRODUCT = { title: 'Enamel kettle, 1.2 l', asin: 'B0SIMUL001' } as const

export function createThreads(tokens: Tokens): Threads {
  const byAddress = new Map<string, Thread>()
  return {
    open(request, language) {
      const marketplace = marketplaceOf(request, language)
      const alias = request.alias ?? tokens.alias()
      const local = request.caseId === undefined ? alias : `${alias}+${request.caseId}`
      const relayAddress = `${local}@${relayDomain(marketplace)}`
      const known = byAddress.get(relayAddress)
      const thread: Thread = {
        relayAddress,
        alias,
        caseId: request.caseId,
        buyerName: request.name,
        marketplace,
        order: orderOf(request) ?? known?.order,
        threadToken: request.threadToken ?? known?.threadToken ?? tokens.link(),
        customerToken: known?.customerToken ?? tokens.link(),
      }
      byAddress.set(relayAddress, thread)
      return thread
    },
    find: (relayAddress) => byAddress.get(relayAddress),
    hasAlias: (alias) => [...byAddress.values()].some((thread) => thread.alias === alias),
  }
}

function marketplaceOf(request: BuyerRequest, language: Language): Marketplace {
  const marketplace =
    request.marketplace === undefined
      ? MARKETPLACES.find((candidate) => candidate.language === language)
      : findMarketplace(request.marketplace)
  if (marketplace === undefined) throw new RequestError('There is no such marketplace. Name one like "de" or its id.')
  return marketplace
}

function orderOf({ orderId, product }: BuyerRequest): Order | undefined {
  return orderId === undefined ? undefined : { id: orderId, ...(product ?? SOME_PRODUCT) }
}

import type { Buyer } from './buyers/buyer.ts'
import { DELIVERY_BUYERS } from './buyers/delivery.ts'
import { QUESTION_BUYERS } from './buyers/questions.ts'
import { RETURN_BUYERS } from './buyers/returns.ts'
import { UNSAFE_BUYERS } from './buyers/unsafe.ts'

/** The dozen buyers who write when somebody says play: seven languages, one case each. All of it is invented. */
export const BUYERS: readonly Buyer[] = [...DELIVERY_BUYERS, ...RETURN_BUYERS, ...UNSAFE_BUYERS, ...QUESTION_BUYERS]

/** One of the dozen after the mail was written. */
export interface PlayedBuyer {
  readonly key: string
  readonly topic: string
  readonly name: string
  readonly orderId: string | undefined
  readonly relayAddress: string
  readonly mailId: string
}

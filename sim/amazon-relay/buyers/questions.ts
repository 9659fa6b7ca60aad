import type { Buyer } from './buyer.ts'

/** Questions before anything was ordered. */
export const QUESTION_BUYERS = [
  {
    key: 'before-ordering',
    minutesAgo: 4,
    topic: 'A question before ordering',
    name: 'Ambrogio Fintocasa',
    marketplace: 'it',
    hasCase: false,
    text: 'Buonasera, sto pensando di acquistare il bollitore smaltato che vendete. È adatto anche ai piani a induzione? Nella scheda del prodotto non trovo il diametro della base.',
  },
] as const satisfies readonly Buyer[]

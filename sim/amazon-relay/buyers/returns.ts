import type { Buyer } from './buyer.ts'

/** Things that go back, or money that should. */
export const RETURN_BUYERS = [
  {
    key: 'broken-item',
    minutesAgo: 1385,
    topic: 'An item arrived broken',
    name: 'Barnaby Thistlewick',
    marketplace: 'co.uk',
    orderId: '203-0000746-0001204',
    product: { title: 'Stoneware teapot with infuser, 900 ml', asin: 'B0SIMUL104' },
    hasCase: true,
    text: 'Hello, the teapot arrived this morning and the spout has snapped clean off. The outer box looked fine, so I think it was packed without enough padding. It was meant as a birthday present for Sunday. Would you be able to send a replacement in time, or should I ask for my money back?',
  },
  {
    key: 'late-return',
    minutesAgo: 400,
    topic: 'A return 40 days after delivery',
    name: 'Gaspard Lormeau',
    marketplace: 'fr',
    orderId: '171-0000852-0001205',
    product: { title: 'Pull en laine mérinos, taille M', asin: 'B0SIMUL105' },
    hasCase: false,
    text: 'Bonjour, j’ai reçu ce pull il y a une quarantaine de jours et il est resté dans son emballage, car j’étais en déplacement. En l’essayant ce matin, je constate qu’il est beaucoup trop petit. Le site m’indique que le délai de retour est dépassé. Accepteriez-vous malgré tout de le reprendre ou de me faire un geste ?',
  },
  {
    key: 'fba-refund',
    minutesAgo: 1080,
    topic: 'A refund of an order that Amazon ships',
    name: 'Clementine Farrowdale',
    marketplace: 'com',
    orderId: '111-0000964-0001206',
    product: { title: 'Cast iron skillet, 10 inch (Fulfilled by Amazon)', asin: 'B0SIMUL106' },
    hasCase: false,
    text: 'Hi, I dropped the skillet off at the return counter twelve days ago and still have not seen my refund. The order page says it was shipped by Amazon, but the listing has your name on it, so I am not sure who handles this. The return was scanned on the same day. Can you tell me when the money will be back on my card?',
  },
  {
    key: 'invoice',
    minutesAgo: 150,
    topic: 'An invoice for a business',
    name: 'Ludovica Pratolieto',
    marketplace: 'it',
    orderId: '404-0000175-0001207',
    product: { title: 'Sedia da ufficio ergonomica, grigia', asin: 'B0SIMUL107' },
    hasCase: false,
    text: 'Buongiorno, ho acquistato due sedie per il nostro studio e avrei bisogno della fattura per la contabilità. Nella pagina dell’ordine trovo soltanto la ricevuta di pagamento. Potreste caricarla entro la fine del mese? Grazie mille per la collaborazione.',
  },
] as const satisfies readonly Buyer[]

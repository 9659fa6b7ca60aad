import type { Buyer } from './buyer.ts'

/** Buyers who write what must not be kept, or ask for what must not be done. Numbers are those reserved for fiction. */
export const UNSAFE_BUYERS = [
  {
    key: 'wants-to-call',
    minutesAgo: 900,
    topic: 'Wants to talk outside Amazon, gives telephone and e-mail',
    name: 'Korbinian Sommerfeldt',
    marketplace: 'de',
    orderId: '303-0000286-0001208',
    product: { title: 'Werkbank, klappbar, 120 cm', asin: 'B0SIMUL108' },
    hasCase: true,
    text: 'Hallo, beim Aufbau der Werkbank komme ich mit Schritt 7 nicht weiter, die Bohrungen passen nicht zusammen. Schriftlich ist das schwer zu erklären. Rufen Sie mich bitte an: 030 23125 042, am besten nach 17 Uhr. Oder schreiben Sie mir direkt an korbinian.sommerfeldt@example.com, dann schicke ich Ihnen ein Video.',
  },
  {
    key: 'card-number',
    minutesAgo: 1260,
    topic: 'Sends a card number',
    name: 'Marigold Pennyfeather',
    marketplace: 'com',
    orderId: '112-0000397-0001209',
    product: { title: 'Ceramic planter set of 3, white', asin: 'B0SIMUL109' },
    hasCase: false,
    text: 'Hello, one of the three planters was missing from the box. I would rather just pay for the extra shipping than wait for a new set. You can charge it to my card 4111 1111 1111 1111, expiry 09/29, security code 123. Please let me know once the missing one is on its way.',
  },
  {
    key: 'password',
    minutesAgo: 260,
    topic: 'Sends a password',
    name: 'Fermín Valdecuento',
    marketplace: 'es',
    orderId: '406-0000418-0001210',
    product: { title: 'Cámara de vigilancia interior, 2 unidades', asin: 'B0SIMUL110' },
    hasCase: false,
    text: 'Hola, una de las dos cámaras no se conecta con la aplicación por mucho que la reinicie. Si les sirve de ayuda, pueden entrar en mi cuenta y mirarlo ustedes mismos. El usuario es fermin.valdecuento y la contraseña es Girasol-Azul-77. Díganme, por favor, si hay que cambiar la cámara.',
  },
  {
    key: 'bad-review-threat',
    minutesAgo: 540,
    topic: 'Wants money for not writing a bad review',
    name: 'Januária Montefalso',
    marketplace: 'com.br',
    orderId: '701-0000529-0001211',
    product: { title: 'Mala de viagem média com cadeado TSA', asin: 'B0SIMUL111' },
    hasCase: true,
    text: 'Olá, a mala chegou com um risco pequeno na lateral e isso me deixou muito decepcionada. Quero o reembolso de metade do valor ainda hoje. Se o dinheiro não aparecer, vou publicar uma avaliação de uma estrela com fotos e contar para todo mundo. A escolha é de vocês.',
  },
] as const satisfies readonly Buyer[]

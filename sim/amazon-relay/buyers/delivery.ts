import type { Buyer } from './buyer.ts'

/** A parcel that is late, wrong, or on its way to the wrong place. */
export const DELIVERY_BUYERS = [
  {
    key: 'late-parcel',
    minutesAgo: 1500,
    topic: 'A parcel is a week late',
    name: 'Ottilie Brandwein',
    marketplace: 'de',
    orderId: '302-0000417-0001201',
    product: { title: 'Leinenvorhang, 140 x 245 cm, Salbei', asin: 'B0SIMUL101' },
    hasCase: false,
    text: 'Guten Tag, meine Bestellung sollte schon letzten Dienstag ankommen. Die Sendungsverfolgung zeigt seit fünf Tagen nur „im Verteilzentrum“. Am Samstag bekomme ich Besuch und hätte die Vorhänge bis dahin gern aufgehängt. Können Sie bitte nachsehen, wo das Paket steckt, und mir sagen, wann ich damit rechnen kann?',
  },
  {
    key: 'wrong-item',
    minutesAgo: 720,
    topic: 'Another colour than ordered',
    name: '架空 花子',
    marketplace: 'co.jp',
    orderId: '250-0000633-0001202',
    product: { title: 'ホーローケトル 1.2L ネイビー', asin: 'B0SIMUL102' },
    hasCase: true,
    photo: true,
    text: 'お世話になっております。昨日、注文したケトルが届きましたが、ネイビーではなく赤色の商品が入っていました。箱のラベルにはネイビーと書かれています。写真を添付しますので、ご確認ください。正しい色の商品と交換していただくことは可能でしょうか。',
  },
  {
    key: 'address-change',
    minutesAgo: 45,
    topic: 'Another delivery address after the order',
    name: 'Sidonie Valombre',
    marketplace: 'fr',
    orderId: '405-0000528-0001203',
    product: { title: 'Lampe de lecture à pince, laiton', asin: 'B0SIMUL103' },
    hasCase: false,
    text: 'Bonjour, j’ai passé commande hier soir mais je viens de m’apercevoir que mon ancienne adresse était encore enregistrée. Pourriez-vous livrer au 12 rue des Tilleuls-Inventés, 00000 Villefictive ? Si le colis est déjà parti, dites-moi s’il vaut mieux le refuser. Merci d’avance pour votre aide.',
  },
] as const satisfies readonly Buyer[]

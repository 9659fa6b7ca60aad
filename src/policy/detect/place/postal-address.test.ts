import assert from 'node:assert/strict'
import test from 'node:test'

import { unfold } from '../fold/fold.ts'
import { scan } from '../scan.ts'
import { findPostalAddresses } from './postal-address.ts'

/** Sentences with the address between brackets. */
const CAUGHT: readonly string[] = [
  'I live at [12 Oak Street, Springfield].',
  'Send it to [Flat 3B, Rose Court, 14 High Street, London SW1A 1AA] thanks',
  'Address: [1600 Elm Ave, Apt 4C, Portland, OR 97201, USA]',
  'Please deliver to [45 Rosedale Rd, Toronto, ON M4W 2P5] asap',
  'Ship to [PO Box 4512, Dublin 2, D02 XY45].',
  'Deliver to [14 MG Road, Indiranagar, Bengaluru 560038].',
  'Ship to [77 Robin Hollow, Port Exam\nple, TX 75001] please',
  'Ship to [１２ Ｏａｋ Ｓｔｒｅｅｔ， Ｌｅｅｄｓ ＬＳ１ ４ＡＰ].',
  'Ship to [12 Оаk Strееt, Lеeds LS1 4AP].',
  'Meine neue Adresse: [Musterweg 7a, 80331 München].',
  'Adresse ist [Mariahilfer Straße 88a/2/14, 1070 Wien].',
  'Bitte an die [Packstation 145, 10115 Berlin] schicken',
  'Meine Adresse: [Muster\u200bweg 7, 803\u200b31 München].',
  "J'habite [12 bis rue de la Paix, 75002 Paris] depuis mai.",
  'Envoyez-le à [15, quai Claude-Bernard\n69007 Lyon] merci',
  'Abito in [Via Giuseppe Verdi 12, 20121 Milano (MI)].',
  'Spedire a [Corso Italia 45, scala B, int. 7, 10128 Torino] grazie',
  'Vivo en [C/ Mayor 5, 3º izq., 28013 Madrid] desde mayo.',
  'Envíen a [Travesía Luna s/n. Bajo, 12810 Linares] gracias.',
  '送り先は[〒150-0002 東京都渋谷区渋谷2-21-1 サンプルビル3階]です。',
  '住所は[大阪府大阪市北区梅田1丁目2番3号]に変わりました。',
  'Ik woon op [Keizersgracht 123-II, 1015 CJ Amsterdam] sinds mei.',
  'Stuur naar [Postbus 1234, 3500 BK Utrecht] aub',
  'Mieszkam przy [ul. Marszałkowskiej 10/12 m. 5, 00-590 Warszawa].',
  'Proszę wysłać na [os. Tysiąclecia 15/3, 31-603 Kraków] dziękuję',
  'Jag bor på [Storgatan 12 B, 111 22 Stockholm] nu.',
  'Skicka till [Södra Exempelgärdet 7\n3, 41251 Göteborg] tack',
  'Moro na [Av. Paulista, 1578, apto 92, São Paulo - SP, 01310-200].',
  'Entregue em [Rua das Flores 25, 1200-195 Lisboa] por favor.',
  'Adresim: [Atatürk Mah. Cumhuriyet Cad. No: 12 D: 4, 34710 Kadıköy/İstanbul]',
]

const PASSED: readonly string[] = [
  'Size 42, 12345 pieces in the box.',
  'My Amazon order 12345 Berlin edition has not come.',
  'I bought part 45b, 12 Volt, for my Road bike.',
  'Street style lamp 12 Watt, 2023 Model.',
  'Send it to our address, box 12, by Monday.',
  'Route 66 Sign, 30 x 40 cm, arrived broken.',
  'Seller 5 Star, 12345 Positive.',
  'Ich habe 2 Stück Größe 42, 12345 Artikel bestellt.',
  'Der Weg 2 war lang. Platz 1, 50000 Lumen.',
  "J'ai commandé 2 lampes Place 5, 12000 Lumens.",
  'Via email 5 volte ho chiesto, 12345 recensioni.',
  'Calle de juguete 3 piezas, 12000 Piezas.',
  '北海道産の2番人気、5-3-2の部品です。',
  'Ik kocht 2 stuks Maat 42, 12345 Stuks.',
  'Wysłano 2 sztuki, kod 12-345 Kraków kolekcja.',
  'Jag köpte 2 st Väg 5, 12000 Lumen.',
  'Comprei 2 peças, 12345 Peças, tamanho 40.',
  'Sokak lambası 5 adet, 12000 Lümen.',
]

test('finds an address from its first part to its last', () => {
  for (const sentence of CAUGHT) assert.deepEqual(addressesIn(plain(sentence)), [addressOf(sentence)], sentence)
})

test('passes sizes, counts, versions and street words of goods', () => {
  for (const sentence of PASSED) assert.deepEqual(addressesIn(sentence), [], sentence)
})

test('reads a hundred thousand units of numbers without end', () => {
  assert.doesNotThrow(() => addressesIn('12345 Berlin '.repeat(8_000)))
})

function plain(sentence: string): string {
  return sentence.replace('[', '').replace(']', '')
}

function addressOf(sentence: string): string {
  return bare(sentence.slice(sentence.indexOf('[') + 1, sentence.indexOf(']')))
}

function addressesIn(text: string): readonly string[] {
  const read = scan(text)
  return findPostalAddresses(read).map((span) => {
    const { start, end } = unfold(read.folded, span)
    return bare(text.slice(start, end))
  })
}

/** Without a bracket at the end, which matters to nobody. */
function bare(address: string): string {
  return address.replace(/\)$/u, '')
}

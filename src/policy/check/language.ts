import { COVERED_LANGUAGES } from '../../model/language.ts'
import type { CoveredLanguage } from '../../model/language.ts'

/** Small words and the words of every reply; enough to tell the languages apart, no more. */
const WORDS: Readonly<Record<Exclude<CoveredLanguage, 'ja'>, string>> = {
  en: 'the and you your we our for is are to of have has with that this will not please thank thanks hello hi dear sorry order regards best i it in on can be was if from us as at my here when item refund',
  de: 'der die das und sie ihr ihre ihre ihnen wir uns unser ist sind nicht mit für auf den dem ein eine einen zu haben bitte danke guten tag hallo liebe lieber sehr grüße gruß bestellung vielen dank können wird von im es leider ich',
  fr: 'le la les et vous votre vos nous notre est sont pas avec pour de du des un une que qui ne bonjour merci cordialement commande je sur dans bien au en ce cette veuillez avez avons remboursement',
  it: 'il lo la gli le e lei suo sua noi nostro è sono non con per di del della un una che buongiorno grazie cordiali saluti ordine gentile cliente mi si abbiamo ha al nel rimborso prego questo',
  es: 'el la los las y usted su sus nosotros nuestro es son no con para por de del un una que hola gracias saludos pedido estimado cliente le lo se hemos ha al en buenos días reembolso cordiales',
  nl: 'de het een en u uw wij we ons onze is zijn niet met voor van op te dat dit heeft hebben hallo beste dank bedankt groet groeten bestelling graag kunt kan er naar wordt ik bij om goedemorgen',
  pl: 'i w na z do nie się jest są że to państwo pan pani nasz nasze dziękuję dziękujemy proszę dzień dobry witam pozdrawiam zamówienie zamówienia o od za przez jak będzie mamy po pozdrowienia',
  sv: 'och det är en ett du ni vi er din ert vår våra inte med för på av till som har att den hej tack vänliga hälsningar beställning kan om jag från vänligen mvh ska god morgon',
  pt: 'o a os as e você senhor seu sua nós nosso nossa é são não com para por de do da um uma que olá obrigado obrigada atenciosamente pedido prezado cliente se foi no na em temos bom dia ao reembolso cumprimentos',
  tr: 've bir bu için ile siz sizin biz bizim değil var çok olarak da de merhaba teşekkürler teşekkür ederiz sayın lütfen sipariş siparişiniz iyi günler saygılarımızla olan mi ne kadar ederim müşterimiz',
}

const FEWEST_LETTERS = 20
const SHARE = 0.12
const LETTER = /\p{L}/gu
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const MAX_READ = 4_000

let table: ReadonlyMap<string, readonly CoveredLanguage[]> | undefined

/** What a text is written in. `short` is too little to tell; `unknown` is a language the rules do not cover. */
export type LanguageGuess = CoveredLanguage | 'short' | 'unknown'

/** Guesses by small words and script from the first 4,000 characters. Good enough to choose a sentence, no more. */
export function guessLanguage(text: string): LanguageGuess {
  const head = text.slice(0, MAX_READ)
  const letters = head.match(LETTER)?.length ?? 0
  if ((head.match(KANA)?.length ?? 0) * 5 > letters) return 'ja'
  const best = bestByWords(head)
  if (best !== undefined) return best
  return letters < FEWEST_LETTERS ? 'short' : 'unknown'
}

function bestByWords(text: string): CoveredLanguage | undefined {
  table ??= wordTable()
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const hits = new Map<CoveredLanguage, number>()
  for (const word of words)
    for (const language of table.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1)
  const [best] = [...hits].toSorted((a, b) => b[1] - a[1])
  return best !== undefined && best[1] >= Math.max(1, words.length * SHARE) ? best[0] : undefined
}

function wordTable(): ReadonlyMap<string, readonly CoveredLanguage[]> {
  const words = new Map<string, CoveredLanguage[]>()
  for (const language of COVERED_LANGUAGES) {
    if (language === 'ja') continue
    for (const word of new Set(WORDS[language].split(' '))) words.set(word, [...(words.get(word) ?? []), language])
  }
  return words
}

import type { Language } from '../marketplaces.ts'

/** What a talkative buyer answers. */
export const THANKS: Readonly<Record<Language, string>> = {
  en: 'Thank you for the quick answer, that helps me a lot. Have a nice day!',
  de: 'Vielen Dank für die schnelle Antwort, das hilft mir sehr. Einen schönen Tag noch!',
  fr: 'Merci pour votre réponse rapide, cela m’aide beaucoup. Bonne journée !',
  it: 'Grazie per la risposta così rapida, mi è di grande aiuto. Buona giornata!',
  es: 'Muchas gracias por responder tan rápido, me ayuda mucho. ¡Que tengan un buen día!',
  ja: '早速のご返信ありがとうございます。大変助かりました。よろしくお願いいたします。',
  pt: 'Muito obrigada pela resposta rápida, isso me ajuda bastante. Tenha um ótimo dia!',
}

/** Zero to nine as people write them out, for values that hide their digits in words. */
export const DIGIT_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  de: ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  it: ['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
  nl: ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen'],
  pl: ['zero', 'jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć', 'siedem', 'osiem', 'dziewięć'],
  sv: ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio'],
  pt: ['zero', 'um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove'],
  tr: ['sıfır', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz'],
  ja: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
}

/** How people write "at" and "dot" when they hide an address, by language. */
export const SPOKEN_MARKS: Readonly<Record<string, readonly [at: string, dot: string]>> = {
  en: ['at', 'dot'],
  de: ['ät', 'Punkt'],
  fr: ['arobase', 'point'],
  it: ['chiocciola', 'punto'],
  es: ['arroba', 'punto'],
  nl: ['apenstaartje', 'punt'],
  pl: ['małpa', 'kropka'],
  sv: ['snabel-a', 'punkt'],
  pt: ['arroba', 'ponto'],
  tr: ['et', 'nokta'],
  ja: ['アットマーク', 'ドット'],
}

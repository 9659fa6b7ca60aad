import { cardNumber } from './official-numbers.ts'
import type { SecretKind } from './secret-kind.ts'

/*
 * Kinds that `policy/redact` does not take out yet. They are sealed like every other word, and so stand on no disk, but
 * the desk shows them to whoever may read the conversation. A kind that is taken out one day makes the test fail, and
 * moves to `kinds.ts`.
 */
export const NOT_YET: readonly SecretKind[] = [
  { name: 'id without a word for it', words: 'Schauen Sie: {}', make: (chance) => `86 095 ${chance.digits(6)}` },
  { name: 'code without a word for it', words: 'Hier ist es: {}', make: (chance) => `48${chance.digits(7)}` },
  { name: 'password without a word for it', words: 'Es lautet {}', make: (chance) => `${chance.letters(8)}481` },
  { name: 'password, Arabic', words: 'كلمة المرور هي {}', make: (chance) => `${chance.letters(8)}481` },
  { name: 'password, Hindi', words: 'पासवर्ड {} है', make: (chance) => `${chance.letters(8)}481` },
  { name: 'password, Russian', words: 'пароль: {}', make: (chance) => `${chance.letters(8)}481` },
  { name: 'password, Czech', words: 'heslo je {}', make: (chance) => `${chance.letters(8)}481` },
  { name: 'health, Arabic', words: 'أعاني من {}', make: () => 'السكري والربو' },
  {
    name: 'security code by another word',
    words: 'Karte anbei, {}.',
    make: (chance) => `Prüfzahl ${100 + chance.below(900)}`,
  },
  { name: 'expiry of a card', words: 'Sie ist {}.', make: (chance) => `gültig bis 0${1 + chance.below(9)}/28` },
  { name: 'date of birth', words: 'Ich bin am {}.', make: (chance) => `12.0${1 + chance.below(9)}.1971 geboren` },
  { name: 'card behind letters', words: 'Datei {} anbei.', make: (chance) => `IMG${cardNumber(chance)}` },
  { name: 'card before another number', words: 'Rechnung {} anbei.', make: (chance) => `${cardNumber(chance)}-2` },
  {
    name: 'phone over an empty line',
    words: 'Unter {}.',
    make: (chance) => `+44 20 7946\n\n01${chance.digits(2)}`,
  },
  {
    name: 'card in percent signs',
    words: 'Karte {}',
    make: (chance) => cardNumber(chance).replaceAll(/.{4}(?=.)/gu, '$&%2D'),
  },
  { name: 'card in Base64', words: 'Karte {}', make: (chance) => Buffer.from(cardNumber(chance)).toString('base64') },
  {
    name: 'phone in a link',
    words: 'Siehe https://privat.example/?tel={}',
    make: (chance) => `%2B468465004${chance.digits(2)}`,
  },
  { name: 'address of a computer', words: 'Meine IP ist {}.', make: (chance) => `192.0.2.1${chance.digits(2)}` },
  { name: 'number plate', words: 'Mein Kennzeichen ist {}.', make: (chance) => `B-XY 1${chance.digits(3)}` },
  { name: 'wallet', words: 'bitcoin {}', make: (chance) => `bc1q${chance.letters(12)}4${chance.letters(12)}` },
]

import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../detect.ts'

const CAUGHT: readonly (readonly [lang: string, text: string, secret: string])[] = [
  ['en', 'The password is Lamp-77!x, thank you.', 'Lamp-77!x'],
  ['en', 'pwd=sunflower', 'sunflower'],
  ['en', 'Your verification code: 481 220', '481 220'],
  ['en', 'my PIN is 4821.', '4821'],
  ['en', 'CVV 123 is on the back', '123'],
  ['en', 'token sk_live_abcdefABCDEF0123456789', 'sk_live_abcdefABCDEF0123456789'],
  ['de', 'Mein Passwort lautet Blume2026', 'Blume2026'],
  ['de', 'Bestätigungscode zwei null fünf zwei', 'zwei null fünf zwei'],
  ['fr', 'mot de passe : soleil-91', 'soleil-91'],
  ['it', 'il codice di verifica è 2028', '2028'],
  ['es', 'contraseña: Girasol#3', 'Girasol#3'],
  ['ja', 'パスワードはhimawari88です。', 'himawari88'],
  ['ja', '確認コード九四八五〇八', '九四八五〇八'],
  ['nl', 'wachtwoord: zonnebloem_5', 'zonnebloem_5'],
  ['pl', 'hasło: slonecznik9', 'slonecznik9'],
  ['sv', 'lösenord: solros22', 'solros22'],
  ['pt', 'a minha senha é girassol7', 'girassol7'],
  ['tr', 'şifre: aycicegi3', 'aycicegi3'],
  ['en', 'Password:\nhunter2', 'hunter2'],
  ['en', 'my pass word is hunter2 ok', 'hunter2'],
  ['en', 'user tom / pass: xyz', 'xyz'],
  ['en', 'The code for the front door is 4821', '4821'],
  ['en', '481220 is your verification code', '481220'],
  ['en', 'PIN: 4 8 2 1', '4 8 2 1'],
  ['en', 'Authorization: Bearer abcdef0123456789abcdef', 'abcdef0123456789abcdef'],
  ['en', 'glpat-0123456789abcdefghij', 'glpat-0123456789abcdefghij'],
  ['en', 'Atzr|IwEBIA0123456789abcdef', 'Atzr|IwEBIA0123456789abcdef'],
  ['en', 'postgres://tom:secret@db.example.com/x', 'postgres://tom:secret@db.example.com/x'],
  ['en', 'the password for the portal is Lamp77', 'Lamp77'],
  [
    'en',
    'seed phrase: apple river stone cloud green table horse paper light chair water glass',
    'apple river stone cloud green table horse paper light chair water glass',
  ],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'You can reset your password under Your Account.'],
  ['en', 'The password is on the label inside the box.'],
  ['en', 'Please never send us a password or a security code.'],
  ['en', 'Pin 2 of the plug is bent.'],
  ['de', 'Ihr Passwort ändern Sie bitte unter Mein Konto.'],
  ['de', 'Bitte senden Sie uns niemals ein Passwort.'],
  ['fr', 'Le mot de passe se trouve sur la notice.'],
  ['it', 'La password non serve per il reso.'],
  ['es', 'La clave es tener paciencia.'],
  ['ja', 'パスワードは必要ありません。'],
  ['nl', 'Het wachtwoord staat op de doos.'],
  ['pl', 'Hasło nie jest potrzebne.'],
  ['sv', 'Lösenordet behövs inte.'],
  ['pt', 'A senha não é necessária.'],
  ['tr', 'Şifre gerekli değildir.'],
  ['en', 'The password was wrong.'],
  ['en', 'The code on the box is 4821.'],
  ['en', 'Error code E04, coupon code SUMMER20.'],
  ['en', 'PIN connector 24 pin.'],
  ['en', 'The key is long; pass 12 units on.'],
]

test('finds values behind the words for secrets in every language', () => {
  const missed = CAUGHT.filter(([, text, secret]) => !secrets(text).includes(secret))

  assert.deepEqual(missed, [])
})

test('leaves talk about secrets alone', () => {
  const alarms = PASSES.filter(([, text]) => secrets(text).length > 0)

  assert.deepEqual(alarms, [])
})

function secrets(text: string): readonly string[] {
  return detect(text, ['CREDENTIAL']).map(({ start, end }) => text.slice(start, end))
}

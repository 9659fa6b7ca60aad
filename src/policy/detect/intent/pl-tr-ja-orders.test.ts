import assert from 'node:assert/strict'
import test from 'node:test'

import type { IntentKind } from '../../../model/intent.ts'
import { findings } from '../findings.ts'

/** What is neither a way off Amazon, a promise, a review nor an ask for secrets: one sentence a kind and language. */
const SAID: readonly (readonly [IntentKind, string])[] = [
  ['MARKETING', 'Zapisz się do naszego newslettera i sprawdź nasze inne produkty.'],
  ['OPT_OUT_LINK', 'Jeśli nie chce Pan otrzymywać wiadomości, proszę się wypisać tutaj: wypisać się.'],
  ['ASK_CANCEL', 'Prosimy anulować zamówienie i złożyć je ponownie.'],
  ['CLAIM_PRESSURE', 'Prosimy o wycofanie roszczenia A do Z.'],
  ['CONFIRM_ONLY', 'Państwa zamówienie zostało wysłane.'],
  ['SPEAK_FOR_AMAZON', 'Amazon zwróci Panu pieniądze do jutra.'],
  ['IMPERSONATE_AMAZON', 'Jesteśmy z Amazon i musimy sprawdzić konto.'],
  ['PHISHING', 'Twoje konto zostało zablokowane, kliknij w link.'],
  ['EXTORTION', 'Żądam zwrotu pieniędzy, inaczej wystawię wam jedną gwiazdkę.'],
  ['AGENT_FACT', 'Byłam na urlopie, moje dzieci chorowały.'],
  ['REVIEW_HOWTO', 'W opinii proszę dodać zdjęcie i co najmniej dwa zdania.'],
  ['MARKETING', 'Bültenimize abone olun, yeni ürünlerimizi kaçırmayın.'],
  ['OPT_OUT_LINK', 'Mesaj almak istemiyorsanız listeden çıkın.'],
  ['ASK_CANCEL', 'Siparişinizi iptal edip yeniden verin.'],
  ['CLAIM_PRESSURE', 'A-Z garanti talebinizi geri çekin lütfen.'],
  ['CONFIRM_ONLY', 'Siparişiniz kargoya verildi.'],
  ['SPEAK_FOR_AMAZON', 'Amazon paranızı yarın yatıracak.'],
  ['IMPERSONATE_AMAZON', 'Amazon ekibinden arıyoruz.'],
  ['PHISHING', 'Hesabınız askıya alındı, bağlantıya tıklayın.'],
  ['EXTORTION', 'Paramı geri verin yoksa bir yıldız veririm.'],
  ['AGENT_FACT', 'Kızım hastaydı, o yüzden yazamadım.'],
  ['REVIEW_HOWTO', 'Yoruma fotoğraf ekleyin ve en az üç cümle yazın.'],
  ['MARKETING', 'メルマガにご登録いただくと次回使えるクーポンが届きます。'],
  ['OPT_OUT_LINK', '配信停止をご希望の方はこちら。'],
  ['ASK_CANCEL', 'お客様のほうで注文をキャンセルしてください。'],
  ['CLAIM_PRESSURE', 'マーケットプレイス保証の申請を取り下げていただけませんか。'],
  ['CONFIRM_ONLY', '商品を発送いたしました。'],
  ['SPEAK_FOR_AMAZON', 'Amazonが全額返金してくれます。'],
  ['IMPERSONATE_AMAZON', 'Amazonのカスタマーサービスの者です。'],
  ['PHISHING', 'アカウントが停止されました、下記リンクから確認してください。'],
  ['EXTORTION', '返金してください、さもないと低評価を付けます。'],
  ['AGENT_FACT', '息子が入院していて返信が遅れました。'],
  ['REVIEW_HOWTO', 'レビューは写真付きで50文字以上でお願いします。'],
]

for (const [kind, sentence] of SAID)
  test(`finds ${kind} in: ${sentence}`, () => {
    assert.ok(findings(sentence).intents.some((intent) => intent.kind === kind))
  })

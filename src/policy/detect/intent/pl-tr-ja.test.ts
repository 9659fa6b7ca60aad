import assert from 'node:assert/strict'
import test from 'node:test'

import type { IntentKind } from '../../../model/intent.ts'
import { findings } from '../findings.ts'

const AWAY: readonly IntentKind[] = ['ASK_CONTACT', 'MOVE_OFF', 'OWN_SITE', 'PAY_OUTSIDE']
const PROMISE: readonly IntentKind[] = ['PROMISE']
const REVIEW: readonly IntentKind[] = ['REVIEW_INCENTIVE', 'REVIEW_POSITIVE', 'REVIEW_CHANGE', 'REVIEW_CONDITION']
const SENSITIVE: readonly IntentKind[] = ['ASK_CARD', 'ASK_BANK', 'ASK_ID', 'ASK_SECRET', 'ASK_PERSONAL']
const ANY = [...AWAY, ...PROMISE, ...REVIEW, ...SENSITIVE]

/** Sentences, one a line, that try one of the kinds; for `pass` those that try none of them. */
interface Sentences {
  readonly away: string
  readonly promise: string
  readonly review: string
  readonly sensitive: string
  readonly pass: string
}

const POLISH: Sentences = {
  away: `
Proszę podać numer telefonu, zadzwonimy i wyjaśnimy sprawę.
Proszę przesłać numer, pogadamy tam.
Czy mógłby Pan zostawić nam swój numer komórki?
Najszybciej będzie, jeśli napisze Pani do nas na WhatsApp.
Proszę dodać mnie na Messengerze, tam odpowiadam od razu.
Jaki jest Pani adres e-mail?
Prześlij mi maila, wyślę Ci fakturę i instrukcję.
Mój numer to 501 000 111, jestem dostępny do wieczora.
Zapraszamy do naszego sklepu internetowego, tam jest taniej.
Następnym razem proszę zamówić bezpośrednio na naszej stronie.
Może Pan zapłacić BLIKIEM, wtedy damy rabat.
Resztę kwoty proszę przelać na nasze konto.
Dogadajmy się prywatnie, bez Amazona.
Lepiej załatwić to poza Amazonem.
Zrobimy rozmowę wideo i pokażę, jak to podłączyć.
Proszę zadzwonić do nas po 10.
`,
  promise: `
Będzie jutro na 100%, obiecuję.
To się nigdy nie psuje, gwarancja na całe życie.
Paczka na pewno dotrze do Pana w piątek.
Gwarantujemy dostawę przed świętami.
Daję słowo, że to ostatnia pomyłka.
Taka sytuacja już się nie powtórzy.
Może być Pan pewien, że przesyłka dojdzie jutro.
Ten zamek nigdy się nie zatnie.
Nic nie może pójść nie tak.
Bez wątpienia otrzyma Pani paczkę w sobotę.
Ręczymy, że materiał nie wyblaknie.
Stuprocentowo zdążymy przed Wigilią.
`,
  review: `
Proszę usunąć opinię z 1 gwiazdką, a zwrócę pieniądze.
Kupon 10 € za opinię na 5 gwiazdek.
Jeśli jest Pani zadowolona, prosimy o opinię.
Zanim wystawi Pan ocenę, proszę do nas napisać.
Czy mógłby Pan zmienić swoją ocenę na wyższą?
Za pozytywny komentarz dorzucimy drugą sztukę gratis.
Prosimy o wystawienie pięciu gwiazdek.
Wystaw nam piątkę, a my odwdzięczymy się prezentem.
Po skasowaniu komentarza wyślemy nową lampę za darmo.
Gdy wszystko gra, zostaw 5 gwiazdek; gdy nie, napisz do nas.
Proszę wycofać negatywną opinię.
`,
  sensitive: `
Proszę przesłać numer karty i CVV.
Jaki jest Pana PESEL?
Potrzebujemy skanu dowodu osobistego.
Proszę podać IBAN, zrobimy zwrot.
Podaj hasło do konta Amazon.
Proszę podyktować kod z SMS-a.
Prosimy o zdjęcie karty z obu stron.
Na jaki numer konta mamy zwrócić środki?
Proszę wysłać nam datę urodzenia.
`,
  pass: `
Możemy pomóc tylko tutaj, przez Amazon.
Proszę przesłać numer zamówienia.
Proszę podać swój numer zamówienia, sprawdzimy status.
Nie prosimy o numer telefonu ani adres e-mail.
Kurier zadzwoni do Pana przed dostawą.
Potwierdzenie zwrotu otrzyma Pani e-mailem od Amazon.
Proszę skontaktować się z nami bezpośrednio przez wiadomości Amazon.
Zwrot zostanie zaksięgowany na koncie w ciągu 5 dni roboczych.
Etui pasuje do telefonu Samsung A54.
Prosimy o zdjęcie uszkodzonej lampy.
Płatność została już zaksięgowana przez Amazon.
Paczka czeka w punkcie odbioru, proszę sprawdzić numer śledzenia.
Powinno dotrzeć do piątku.
Niestety nie możemy obiecać konkretnej daty.
Produkt ma dwuletnią gwarancję producenta.
Koszulka jest w 100% z bawełny.
Bateria naładuje się do 100% w dwie godziny.
Sprawdzimy to i odpowiemy w ciągu 24 godzin.
Zwróciliśmy całą kwotę na Pani kartę.
Postaramy się wysłać paczkę jeszcze dziś.
Nie możemy zagwarantować dostawy jutro.
Przewidywana data dostawy to środa.
Na pewno sprawdzimy to z magazynem.
Przepraszamy, paczka nigdy nie dotarła do naszego magazynu.
Może Pan zostawić szczerą opinię.
Dziękujemy za opinię, przekażemy ją producentowi.
Pana opinia pomaga nam ulepszać produkty.
Dziękujemy za pozytywną opinię!
Przykro nam z powodu złej oceny, chcemy rozwiązać problem.
Nie oferujemy niczego w zamian za opinie.
Jeśli coś nie działa, proszę do nas napisać.
Proszę nie podawać nam numeru karty.
Nigdy nie prosimy o hasło.
Proszę przesłać zdjęcie lampy.
Jaki rozmiar jest potrzebny?
Proszę przesłać zdjęcie dowodu zakupu.
Nie potrzebujemy danych karty, zwrot zrobi Amazon.
Prosimy o numer seryjny urządzenia.
Proszę podać hasło do Wi-Fi w aplikacji, żeby połączyć lampę.
Zrobimy, co w naszej mocy, aby paczka dotarła na czas.
Śledzenie pokazuje doręczenie jutro do godziny 18.
Gwarancja nie obejmuje zużytych baterii.
Zawsze pakujemy szkło w folię bąbelkową.
Proszę zwrócić towar przez centrum zwrotów Amazon.
Aplikacja wyśle powiadomienie na Pana telefon.
Numer przesyłki znajdzie Pani w e-mailu od Amazon.
`,
}

const TURKISH: Sentences = {
  away: `
Numaranızı gönderin, orada konuşalım.
Telefon numaranızı yazar mısınız, hemen halledelim.
Cep numaranızı bırakırsanız sizi ararız.
E-posta adresiniz nedir?
Bize WhatsApp'tan yazabilirsiniz.
WhatsApp üzerinden devam edelim, burada geç görüyorum.
Ödemeyi havale ile yaparsanız indirim uygularız.
Kendi sitemizden sipariş verirseniz daha ucuza gelir.
Bir dahaki sefere doğrudan mağazamızdan alın.
Bu işi Amazon dışında çözelim.
Parayı EFT olarak hesabımıza yatırın.
Görüntülü arama yapıp kurulumu gösterelim.
Bizi arayın, beş dakikada çözeriz.
Fotoğrafları mail atar mısınız?
Amazon'u aradan çıkaralım, aramızda anlaşırız.
Instagram'dan bize ulaşın.
`,
  promise: `
Yarın %100 elinizde, söz veriyorum.
Asla bozulmaz, ömür boyu garantili.
Siparişiniz cuma günü kesinlikle elinizde olacak.
Cumaya kadar teslimatı garanti ediyoruz.
Bir daha böyle bir şey yaşanmayacak.
Bu fermuar hiçbir zaman kopmaz.
Hiç merak etmeyin, yarın mutlaka ulaşacak.
Emin olabilirsiniz, paket pazartesi gelecek.
Yemin ederim bugün kargolayacağız.
Hiçbir aksilik çıkmayacak.
Yüzde yüz bayramdan önce alacaksınız.
Ürün kesinlikle solmaz.
`,
  review: `
1 yıldızlı yorumunuzu silin, iade edeyim.
5 yıldızlı yoruma 10 € kupon.
Memnun kaldıysanız bize 5 yıldız verir misiniz?
Yorum yapmadan önce lütfen bize yazın.
Puanınızı yükseltirseniz ikinci ürünü bedava göndeririz.
Olumsuz yorumu kaldırmanızı rica ederiz.
Olumlu bir değerlendirme bırakırsanız hediye çeki kazanırsınız.
Yorumunuzu değiştirince paranızı iade ederiz.
Beğendiyseniz yorum yazmayı unutmayın.
Beş yıldızla bize destek olun.
Değerlendirmenizi geri çekerseniz yenisini yollarız.
`,
  sensitive: `
Kart numaranızı ve CVV'yi gönderin.
TC kimlik numaranız nedir?
IBAN bilginizi yazar mısınız?
Kimliğinizin fotoğrafını yükleyin.
Hesap şifrenizi paylaşmanız gerekiyor.
Telefonunuza gelen kodu söyleyin.
Doğum tarihinizi öğrenebilir miyiz?
İade için banka hesap numaranıza ihtiyacımız var.
Pasaportunuzun kopyasını iletin.
`,
  pass: `
Size yalnızca Amazon üzerinden yardımcı olabiliriz.
Sipariş numaranızı gönderin lütfen.
Takip numaranız nedir?
WhatsApp üzerinden görüşemiyoruz.
Telefon numaranızı paylaşmayın.
Kurye teslimattan önce sizi arayacak.
İade tutarı 5 iş günü içinde hesabınıza yansır.
Lütfen Amazon mesajları üzerinden bize yazın.
Hasarlı lambanın fotoğrafını gönderir misiniz?
Telefon kılıfı A54 modeline uyuyor.
Ödemeniz Amazon tarafından onaylandı.
Bizi aradığınız için teşekkürler.
Cumaya kadar gelmesi bekleniyor.
Ürünün iki yıl garantisi var.
%100 pamuk kumaştır.
Pil %100 şarj olunca yeşil ışık yanar.
Kesin bir tarih için söz veremiyoruz.
Teslimatı garanti edemeyiz.
Kontrol edip 24 saat içinde dönüş yapacağız.
Ödemenizi iade ettik.
Paketi bugün göndermeye çalışacağız.
Lütfen fişin takılı olduğundan emin olun.
Tahmini teslimat tarihi çarşamba.
Kargo gecikti, özür dileriz.
Dilerseniz dürüst bir yorum bırakabilirsiniz.
Yorumunuz için teşekkür ederiz.
Geri bildiriminiz ürünü geliştirmemize yardımcı oluyor.
Olumlu yorumunuz için teşekkürler.
Yorumunuzu okuduk ve çok üzüldük.
Yorum karşılığında hiçbir şey teklif etmiyoruz.
Ürünü değerlendirmek tamamen size kalmış.
Kart numaranızı bizimle paylaşmayın.
Şifrenizi asla istemeyiz.
Ürünün fotoğrafını gönderin.
Hangi beden lazım?
Sipariş numarasını yazın.
Wi-Fi şifrenizi uygulamaya girin.
İade için banka bilgisi gerekmiyor.
Gecikme yaşanabilir, şimdiden özür dileriz.
Garanti süresi fatura tarihinden başlar.
Paketinizin yarın ulaşması planlanıyor.
Hiç kullanılmamış ürünleri iade edebilirsiniz.
İade işlemini Amazon hesabınızdaki siparişlerim bölümünden başlatabilirsiniz.
Cihaz telefonunuza bildirim gönderir.
Takip numarası e-posta ile size iletildi.
Faturanız paketin içindedir.
`,
}

const JAPANESE: Sentences = {
  away: `
電話番号を送ってください。そちらで話しましょう。
銀行振込で直接払えば安くなります。
LINEでやり取りしませんか。
お電話番号を教えていただけますか？
メールアドレスをお知らせください。
次回は当店のホームページからご注文ください。
Amazonを通さずに取引しましょう。
PayPayでお支払いいただけますか。
こちらからお電話いたしますので番号を教えてください。
ビデオ通話で使い方をご説明します。
WhatsAppに追加してもらえますか。
自社サイトなら10%オフで購入できます。
直接取引なら割引できます。
お電話ください、すぐ対応します。
返金は銀行振込でさせていただきます。
インスタのDMでご連絡ください。
`,
  promise: `
明日100%届きます。約束します。
絶対に壊れません。一生保証します。
金曜日までに必ずお届けします。
二度とこのようなことは起こしません。
間違いなく明日到着します。
責任を持って必ず返金いたします。
色落ちすることは決してありません。
何があっても土曜日に間に合わせます。
このファスナーは絶対に壊れない作りです。
ご安心ください、確実に届きます。
神に誓って本物です。
万が一にも失敗はありません。
`,
  review: `
星1のレビューを消してくれたら返金します。
星5レビューで1000円クーポンを進呈します。
高評価をお願いいたします。
ご満足いただけましたらレビューをお願いします。
評価を付ける前に、まずはご連絡ください。
レビューを修正していただければ新品をお送りします。
口コミを書いていただいた方にギフト券を差し上げます。
良い評価をいただけると励みになります。
低評価の取り下げをお願いできませんか。
評価を星5に変更していただけますか。
レビューのスクショを送ってください、プレゼントをお送りします。
`,
  sensitive: `
カード番号とセキュリティコードを送ってください。
マイナンバーを教えてください。
口座番号をお知らせいただけますか。
免許証の写真をお送りください。
パスワードを入力して送信してください。
SMSで届いた認証コードを教えてもらえますか。
生年月日をご記入ください。
本人確認のため保険証のコピーが必要です。
カードの裏面の写真を撮って送ってください。
`,
  pass: `
Amazonのメッセージでのみ対応できます。
注文番号を教えてください。
LINEでの対応はしておりません。
電話番号は送らないでください。
配送業者に直接ご連絡ください。
破損した部分の写真を送ってください。
追跡番号をお知らせいたします。
直射日光を避けて保管してください。
お支払いはすでに確認できております。
ご返金はお客様の口座に5営業日ほどで反映される見込みです。
サイズは何センチがよろしいでしょうか。
ご連絡いただきありがとうございます。
金曜日までに届く見込みです。
1年保証が付いております。
綿100%の生地です。
バッテリーが100%になると緑に光ります。
配達日はお約束できません。
確認のうえ24時間以内にご連絡いたします。
全額返金いたしました。
本日中に発送できるよう努めます。
到着後、必ず中身をご確認ください。
明日到着する予定です。
メーカーの2年間保証の対象です。
お届けが遅れてしまい申し訳ございません。
よろしければ率直なレビューをお書きください。
レビューのご投稿ありがとうございます。
お客様のご意見は今後の改善に役立ちます。
高評価をいただきありがとうございます。
レビューの対価として何かを差し上げることはしておりません。
厳しいご評価となり申し訳ございません。
ご不満な点がございましたらご連絡ください。
カード番号は送らないでください。
パスワードをお聞きすることはありません。
ランプの写真を送ってください。
どのサイズが必要ですか。
注文番号をお送りください。
Wi-Fiのパスワードを入力してください。
口座情報は不要です。
明日以降のお届けとなる可能性がございます。
必ず電源を切ってからお手入れしてください。
保証書は箱の中に同梱しております。
返金が反映されるまで数日かかる場合がございます。
返品は注文履歴からお手続きください。
アプリの通知がスマートフォンに届きます。
配達員からお電話がある場合がございます。
領収書は注文履歴から発行できます。
`,
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}

function kindsOf(text: string): readonly IntentKind[] {
  return findings(text).intents.map(({ kind }) => kind)
}

function without(text: string, kinds: readonly IntentKind[]): readonly string[] {
  return lines(text).filter((line) => !kindsOf(line).some((kind) => kinds.includes(kind)))
}

function withKind(text: string, kinds: readonly IntentKind[]): readonly string[] {
  return lines(text).filter((line) => kindsOf(line).some((kind) => kinds.includes(kind)))
}

for (const [language, said] of Object.entries({ Polish: POLISH, Turkish: TURKISH, Japanese: JAPANESE })) {
  test(`finds ways off Amazon in ${language}`, () => assert.deepEqual(without(said.away, AWAY), []))
  test(`finds promises nobody can keep in ${language}`, () => assert.deepEqual(without(said.promise, PROMISE), []))
  test(`finds bent reviews in ${language}`, () => assert.deepEqual(without(said.review, REVIEW), []))
  test(`finds asks for secrets in ${language}`, () => assert.deepEqual(without(said.sensitive, SENSITIVE), []))
  test(`lets everyday answers pass in ${language}`, () => assert.deepEqual(withKind(said.pass, ANY), []))
}

import type { NoticeWords } from './notice-words.ts'

/** Japanese, Turkish and Arabic, written afresh; `{amount}`, `{order}` and `{buyer}` are filled in. */
export const EASTERN_NOTICES: Readonly<Record<string, NoticeWords>> = {
  ja: {
    tld: 'co.jp',
    optOut: [
      '購入者へのメッセージは配信されませんでした',
      '注文[{order}]について{buyer}様に送信されたメッセージは、購入者が出品者からの不要なメッセージを受信しない設定を選択しているため、配信できませんでした。',
    ],
    refusal: [
      'メッセージについて',
      '注文{order}に関するメッセージは、ガイドラインに準拠していないため送信されませんでした。',
    ],
    returned: ['注文{order}の返品承認のお知らせ', '購入者から以下の商品の返品リクエストがありました。'],
    refunded: ['{amount}の返金を開始しました - 注文 {order}', '以下の商品について{amount}の返金を行いました。'],
    cancelled: ['注文番号 {order} のキャンセルリクエスト', '購入者から注文{order}のキャンセルの依頼がありました。'],
    opened: [
      '注文{order}の申請を受領しました',
      '注文{order}について、{amount}のAmazonマーケットプレイス保証の申請がありました。3日以内にご回答ください。',
    ],
    closed: [
      'Amazonマーケットプレイス保証申請 注文{order}',
      '注文{order}に関する{amount}のマーケットプレイス保証申請は承認されました。',
    ],
    copied: ['{buyer}様へのEメール', '出品者様、{buyer}様に送信されたEメールのコピーをお送りします。'],
    heads: ['注文商品', 'SKU', '返品数量', '返品理由', '購入者のコメント'],
    amount: ['￥1,190', 1_190, 'JPY'],
    fulfilled: '出荷元: 出品者',
  },
  tr: {
    tld: 'com.tr',
    optOut: [
      'Alıcıya gönderdiğiniz mesaj teslim edilemedi',
      '[{order}] numaralı sipariş için {buyer} adlı alıcıya gönderdiğiniz mesajı teslim edemedik, çünkü alıcı satıcılardan istenmeyen mesajlar almamayı tercih etti.',
    ],
    refusal: [
      'Mesajınız',
      '{order} numaralı siparişle ilgili mesajınız yönergelerimize uygun olmadığı için gönderilemedi.',
    ],
    returned: [
      '{order} numaralı sipariş için iade onayı bildirimi',
      'Bir müşteri aşağıdaki ürünleri iade etmek istedi.',
    ],
    refunded: [
      '{amount} tutarında para iadesi başlatıldı - sipariş {order}',
      'Aşağıdaki ürünler için {amount} tutarında geri ödeme yaptık:',
    ],
    cancelled: [
      '{order} numaralı sipariş için iptal talebi',
      'Bir alıcı {order} numaralı siparişin iptal edilmesini istedi.',
    ],
    opened: [
      '{order} numaralı sipariş için talep alındı',
      '{order} numaralı sipariş için {amount} tutarında bir A’dan Z’ye Garanti talebi aldık. 3 takvim günü içinde yanıt vermelisiniz.',
    ],
    closed: [
      '{order} numaralı sipariş için A’dan Z’ye Garanti talebiniz',
      '{order} numaralı sipariş için {amount} tutarındaki talep onaylandı.',
    ],
    copied: [
      '{buyer} adlı kişiye gönderdiğiniz e-posta',
      'Sayın satıcı, {buyer} adlı kişiye gönderdiğiniz e-postanın bir kopyası aşağıdadır.',
    ],
    heads: ['Siparişteki ürün', 'SKU', 'İade adedi', 'İade nedeni', 'Müşteri yorumu'],
    amount: ['1.119,00 TL', 111_900, 'TRY'],
    fulfilled: 'Gönderim: Satıcı',
  },
  ar: {
    tld: 'sa',
    optOut: [
      'لم يتم تسليم رسالتك إلى المشتري',
      'تعذر علينا تسليم الرسالة التي أرسلتها إلى {buyer} بخصوص الطلب [{order}] لأن المشتري اختار عدم تلقي رسائل غير مرغوب فيها من البائعين.',
    ],
    refusal: ['رسالتك', 'لم يتم تسليم رسالتك بخصوص الطلب {order} لأنها لا تتوافق مع إرشادات التواصل.'],
    returned: ['إشعار طلب إرجاع للطلب {order}', 'طلب أحد العملاء إرجاع المنتجات المدرجة أدناه.'],
    refunded: [
      'تم إصدار استرداد بقيمة {amount} - الطلب {order}',
      'لقد أصدرنا استرداد بقيمة {amount} للمنتجات التالية:',
    ],
    cancelled: ['طلب إلغاء الطلب رقم: {order}', 'طلب أحد المشترين إلغاء الطلب {order}.'],
    opened: [
      'تم استلام مطالبة للطلب {order}',
      'لقد تلقينا مطالبة ضمان من الألف إلى الياء بقيمة {amount} للطلب {order}. يجب الرد خلال 3 أيام.',
    ],
    closed: ['مطالبة ضمان من الألف إلى الياء للطلب {order}', 'لقد وافقنا على مطالبة بقيمة {amount} للطلب {order}.'],
    copied: ['بريدك الإلكتروني إلى {buyer}', 'عزيزي البائع، هذه نسخة من البريد الإلكتروني الذي أرسلته إلى {buyer}.'],
    heads: ['المنتج', 'SKU', 'الكمية المرتجعة', 'سبب الإرجاع', 'تعليق العميل'],
    amount: ['SAR 119.00', 11_900, 'SAR'],
    fulfilled: 'الشحن: البائع',
  },
}

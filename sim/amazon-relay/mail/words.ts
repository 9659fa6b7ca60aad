import type { Language } from '../marketplaces.ts'

/** The fixed words of Amazon's templates in one language. */
interface TemplateWords {
  readonly preamble: string
  readonly begin: string
  readonly end: string
  readonly wasHelpful: string
  readonly solveCase: string
  readonly report: string
  readonly copyright: string
  readonly retention: string
}

const OFFICE = 'Amazon.com, 410 Terry Avenue North, Seattle, WA 98109-5210'

/** The mail around a buyer's words. It is written in the seller's language, not in the marketplace's. */
export const TEMPLATE_WORDS: Readonly<Record<Language, TemplateWords>> = {
  en: {
    preamble: 'You have received a message.',
    begin: 'Message: ',
    end: 'End message',
    wasHelpful: 'Was this email helpful?',
    solveCase: 'Resolve case',
    report: 'Report questionable activity',
    copyright: `Copyright 2026 Amazon, Inc. or its affiliates. All rights reserved. ${OFFICE}`,
    retention:
      'For Your Information: To help arbitrate disputes and preserve trust and safety, we retain all messages buyers and sellers send through Amazon for two years. Messages that fail our filtering will not be transmitted.',
  },
  de: {
    preamble: 'Sie haben eine Nachricht erhalten.',
    begin: 'Anfang der Nachricht',
    end: 'Ende der Nachricht',
    wasHelpful: 'War diese E-Mail hilfreich?',
    solveCase: 'Fall lösen',
    report: 'Verdächtige Aktivität melden',
    copyright: `Copyright 2026 Amazon, Inc. oder Tochtergesellschaften. Alle Rechte vorbehalten. ${OFFICE}`,
    retention:
      'Hinweis: Um Streitfälle zu klären und die Sicherheit zu wahren, bewahren wir alle Nachrichten zwischen Käufern und Verkäufern zwei Jahre lang auf. Nachrichten, die unseren Filter nicht bestehen, werden nicht zugestellt.',
  },
  fr: {
    preamble: 'Vous avez reçu un message.',
    begin: 'Message: ',
    end: 'Fin du message',
    wasHelpful: 'Cet e-mail vous a-t-il été utile ?',
    solveCase: 'Résoudre le dossier',
    report: 'Signaler une activité suspecte',
    copyright: `Copyright 2026 Amazon, Inc. ou ses sociétés affiliées. Tous droits réservés. ${OFFICE}`,
    retention:
      'Pour information : afin de régler les litiges et de préserver la confiance, nous conservons pendant deux ans tous les messages échangés entre acheteurs et vendeurs. Les messages bloqués par notre filtre ne sont pas transmis.',
  },
  it: {
    preamble: 'Hai ricevuto un messaggio.',
    begin: 'Messaggio: ',
    end: 'Fine messaggio',
    wasHelpful: 'Questa e-mail è stata utile?',
    solveCase: 'Risolvi caso',
    report: 'Segnala attività sospetta',
    copyright: `Copyright 2026 Amazon, Inc. o i suoi affiliati. Tutti i diritti riservati. ${OFFICE}`,
    retention:
      'Nota informativa: per risolvere le controversie e tutelare la sicurezza, conserviamo per due anni tutti i messaggi tra acquirenti e venditori. I messaggi che non superano i filtri non vengono trasmessi.',
  },
  es: {
    preamble: 'Ha recibido un mensaje.',
    begin: 'Message: ',
    end: 'Finalizar mensaje',
    wasHelpful: '¿Le ha resultado útil este e-mail?',
    solveCase: 'Resolver caso',
    report: 'Informar de actividad sospechosa',
    copyright: `Copyright 2026 Amazon, Inc. o sus filiales. Todos los derechos reservados. ${OFFICE}`,
    retention:
      'Para su información: para resolver disputas y mantener la confianza, conservamos durante dos años todos los mensajes entre compradores y vendedores. Los mensajes que no superan el filtro no se transmiten.',
  },
  ja: {
    preamble: 'メッセージを受信しました。',
    begin: 'メッセージはここから',
    end: 'メッセージはここまで',
    wasHelpful: 'このEメールは役に立ちましたか？',
    solveCase: 'ケースを解決する',
    report: '疑わしい行為を報告する',
    copyright: `Copyright 2026 Amazon, Inc. またはその関連会社。無断転載を禁じます。${OFFICE}`,
    retention:
      'ご参考: 紛争の解決と安全のため、購入者と出品者のすべてのメッセージは2年間保存されます。フィルタリングを通過しないメッセージは送信されません。',
  },
  pt: {
    preamble: 'Você recebeu uma mensagem.',
    begin: 'Mensagem: ',
    end: 'Encerrar mensagem',
    wasHelpful: 'Este e-mail foi útil?',
    solveCase: 'Solucionar o caso',
    report: 'Denunciar atividade questionável',
    copyright: `Direitos autorais 2026 Amazon, Inc. ou suas empresas afiliadas. ${OFFICE}`,
    retention:
      'Para sua informação: para resolver disputas e preservar a confiança, guardamos por dois anos todas as mensagens entre compradores e vendedores. Mensagens que não passam pelo filtro não são transmitidas.',
  },
}

/** The marker lines: their dashes are Amazon's, thirteen on each side. */
export function markerLine(words: string): string {
  return `------------- ${words} -------------`
}

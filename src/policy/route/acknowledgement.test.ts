import assert from 'node:assert/strict'
import test from 'node:test'

import { isAcknowledgement } from './acknowledgement.ts'

test('knows a reply that only says that we have it and will come back, in eleven languages', () => {
  const empty = [
    'Hello Mrs Frost, thank you for your message. We are looking into this and will get back to you as soon as possible.',
    'We have received your message and will keep you posted.',
    'Guten Tag, vielen Dank für Ihre Nachricht. Wir prüfen das und melden uns so schnell wie möglich bei Ihnen.',
    'Guten Morgen, wir haben Ihre Nachricht erhalten und kümmern uns darum. Mit freundlichen Grüßen',
    'Bonjour, nous avons bien reçu votre message et reviendrons vers vous dès que possible.',
    'Buongiorno, abbiamo ricevuto il suo messaggio. Stiamo verificando e le faremo sapere.',
    'Hola, hemos recibido su mensaje y le responderemos lo antes posible. Gracias.',
    'Olá, recebemos a sua mensagem. Estamos a verificar e daremos notícias assim que possível.',
    'Bedankt voor uw bericht. We zoeken het uit en komen erop terug.',
    'Dziękujemy za wiadomość. Sprawdzamy sprawę i odezwiemy się jak najszybciej.',
    'Tack för ditt meddelande. Vi undersöker saken och återkommer så snart vi vet mer.',
    'Mesajınızı aldık. Konuyu inceliyoruz, en kısa sürede size geri döneceğiz.',
    'お問い合わせありがとうございます。確認いたしますので、少々お待ちください。',
  ]

  assert.deepEqual(
    empty.filter((text) => !isAcknowledgement(text)),
    [],
  )
})

test('takes a date, a step, a question or anything said of the matter for an answer', () => {
  const answers = [
    'Thank you. We will get back to you by Friday.',
    'We have received your message and will get back to you within 24 hours.',
    'Thanks for the photo, that helps a lot. A new lid goes out this afternoon.',
    'We are looking into this. Could you send us a photo of the lamp?',
    'We checked this with the carrier. The parcel is with your neighbour at number eight.',
    'Guten Tag, Ihr Paket ist unterwegs und kommt morgen an.',
    'Wir prüfen das und melden uns bis Donnerstag.',
    'Wir haben Ihre Nachricht erhalten. Der Ersatz liegt schon im Versand.',
    'Nous vérifions et vous répondrons demain.',
    'Abbiamo ricevuto il suo messaggio. Il ricambio parte domani.',
    'Hemos recibido su mensaje. El cable cabe en ambos modelos.',
    'We zoeken het uit en laten het u maandag weten.',
    'Sprawdzamy i odpowiemy do 28.11.',
    'Vi återkommer på torsdag.',
    'Yarın size geri döneceğiz.',
    '確認いたします。明日までにご連絡いたします。',
    'Gern geschehen!',
    '',
  ]

  assert.deepEqual(
    answers.filter((text) => isAcknowledgement(text)),
    [],
  )
})

import type { NoticeWords } from './notice-words.ts'

/** French, Italian, Spanish and Portuguese, written afresh; `{amount}`, `{order}` and `{buyer}` are filled in. */
export const ROMANCE_NOTICES: Readonly<Record<string, NoticeWords>> = {
  fr: {
    tld: 'fr',
    optOut: [
      'Votre message n’a pas été remis',
      'Nous n’avons pas pu remettre le message que vous avez envoyé à {buyer} pour la commande [{order}] car l’acheteur a choisi de ne pas recevoir de messages non sollicités des vendeurs.',
    ],
    refusal: [
      'Votre message à l’acheteur',
      'Votre message concernant la commande {order} n’a pas été envoyé car il ne respecte pas nos règles de communication.',
    ],
    returned: [
      'Notification d’autorisation de retour pour la commande {order}',
      'Un client a demandé à retourner les articles indiqués ci-dessous.',
    ],
    refunded: [
      'Remboursement de {amount} effectué - commande {order}',
      'Nous avons effectué un remboursement de {amount} pour les articles suivants :',
    ],
    cancelled: [
      'Demande d’annulation de la commande numéro : {order}',
      'Vous avez reçu une demande d’annulation de la part d’un acheteur pour la commande {order}.',
    ],
    opened: [
      'Réclamation reçue pour la commande {order}',
      'Nous avons reçu une réclamation au titre de la Garantie A à Z d’un montant de {amount} pour la commande {order}. Vous devez répondre dans un délai de 3 jours calendaires.',
    ],
    closed: [
      'Votre réclamation Garantie A à Z pour la commande {order}',
      'Nous avons accordé une réclamation de {amount} pour la commande {order} et débité votre compte.',
    ],
    copied: ['Votre e-mail à {buyer}', 'Bonjour, voici une copie de l’e-mail que vous avez envoyé à {buyer}.'],
    heads: ['Article commandé', 'SKU', 'Quantité retournée', 'Motif du retour', 'Commentaire du client'],
    amount: ['119,00 €', 11_900, 'EUR'],
    fulfilled: 'Réseau logistique : Expédié par le vendeur',
  },
  it: {
    tld: 'it',
    optOut: [
      'Il tuo messaggio all’acquirente non è stato consegnato.',
      'non siamo riusciti a recapitare il messaggio inviato a {buyer} per l’ordine [{order}] perché l’acquirente ha scelto di non ricevere messaggi non richiesti.',
    ],
    refusal: [
      'Messaggio bloccato',
      'Il tuo messaggio per l’ordine {order} non è stato inviato perché non è conforme alle nostre linee guida.',
    ],
    returned: [
      'Notifica di autorizzazione del reso per l’ordine {order}',
      'Un cliente ha richiesto di restituire gli articoli elencati di seguito.',
    ],
    refunded: [
      'rimborso {amount} avviato - ordine {order}',
      'abbiamo avviato un rimborso di {amount} per i seguenti articoli:',
    ],
    cancelled: [
      'Richiesta di annullamento per l’ordine numero: {order}',
      'hai ricevuto una richiesta di annullamento per l’ordine {order}.',
    ],
    opened: [
      'Richiesta di rimborso ricevuta per l’ordine {order}',
      'abbiamo ricevuto un reclamo dalla A alla Z di {amount} per l’ordine {order}. Deve rispondere entro 3 giorni di calendario.',
    ],
    closed: [
      'Il reclamo Garanzia dalla A alla Z per l’ordine {order}',
      'Abbiamo accolto un reclamo di {amount} per l’ordine {order}. Abbiamo addebitato l’importo sul tuo conto.',
    ],
    copied: ['La tua e-mail a {buyer}', 'Gentile venditore, ecco una copia dell’e-mail inviata a {buyer}.'],
    heads: ['Articolo presente nell’ordine', 'Sku', 'Quantità reso', 'Motivo del reso', 'Commento del cliente'],
    amount: ['EUR 119.00', 11_900, 'EUR'],
    fulfilled: 'Rete logistica di Amazon: Gestito dal venditore',
  },
  es: {
    tld: 'es',
    optOut: [
      'Su mensaje al comprador no se ha entregado',
      'No hemos podido entregar el mensaje que envió a {buyer} sobre el pedido [{order}] porque el comprador ha optado por no recibir mensajes no solicitados de los vendedores.',
    ],
    refusal: [
      'Su mensaje',
      'El mensaje sobre el pedido {order} no se ha enviado porque no cumple nuestras directrices de comunicación.',
    ],
    returned: [
      'Notificación de autorización de devolución del pedido {order}',
      'Un cliente ha solicitado devolver los artículos que se indican a continuación.',
    ],
    refunded: [
      'Reembolso de {amount} iniciado - pedido {order}',
      'Hemos emitido un reembolso de {amount} por los siguientes artículos:',
    ],
    cancelled: [
      'Solicitud de cancelación del pedido número: {order}',
      'Un comprador ha solicitado cancelar el pedido {order}.',
    ],
    opened: [
      'Reclamación recibida para el pedido {order}',
      'Hemos recibido una reclamación bajo la Garantía de la A a la Z de {amount} por el pedido {order}. Debe responder en un plazo de 3 días naturales.',
    ],
    closed: [
      'Su reclamación bajo la Garantía de la A a la Z para el pedido {order}',
      'Hemos concedido una reclamación de {amount} en relación con el pedido {order}.',
    ],
    copied: ['Su e-mail a {buyer}', 'Estimado vendedor: esta es una copia del e-mail que ha enviado a {buyer}.'],
    heads: ['Artículo del pedido', 'SKU', 'Cantidad devuelta', 'Motivo de la devolución', 'Comentario del cliente'],
    amount: ['119,00 EUR', 11_900, 'EUR'],
    fulfilled: 'Red logística: Gestionado por el vendedor',
  },
  'pt-BR': {
    tld: 'com.br',
    optOut: [
      'Sua mensagem ao comprador não foi entregue',
      'Não foi possível entregar a mensagem que você enviou para {buyer} sobre o pedido [{order}] porque o comprador optou por não receber mensagens não solicitadas de vendedores.',
    ],
    refusal: [
      'Sua mensagem',
      'Sua mensagem sobre o pedido {order} não foi entregue porque não atende às nossas diretrizes.',
    ],
    returned: [
      'Notificação de autorização de devolução do pedido {order}',
      'Um cliente solicitou a devolução dos itens abaixo.',
    ],
    refunded: [
      'Reembolso de {amount} iniciado - pedido {order}',
      'Emitimos um reembolso de {amount} pelos seguintes itens:',
    ],
    cancelled: [
      'Solicitação de cancelamento do pedido número: {order}',
      'Um comprador pediu o cancelamento do pedido {order}.',
    ],
    opened: [
      'Reivindicação recebida para o pedido {order}',
      'Recebemos uma reivindicação da Garantia de A a Z de {amount} referente ao pedido {order}. Responda em até 3 dias corridos.',
    ],
    closed: [
      'Sua reivindicação da Garantia de A a Z do pedido {order}',
      'Concedemos uma reivindicação de {amount} referente ao pedido {order}.',
    ],
    copied: [
      'Seu e-mail para {buyer}',
      'Prezado vendedor, aqui está uma cópia do e-mail que você enviou para {buyer}.',
    ],
    heads: ['Item do pedido', 'SKU', 'Quantidade devolvida', 'Motivo da devolução', 'Comentário do cliente'],
    amount: ['R$ 1.119,00', 111_900, 'BRL'],
    fulfilled: 'Logística: Enviado pelo vendedor',
  },
}

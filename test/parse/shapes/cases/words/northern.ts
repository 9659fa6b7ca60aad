import type { NoticeWords } from './notice-words.ts'

/** English, German, Dutch, Swedish and Polish, written afresh; `{amount}`, `{order}` and `{buyer}` are filled in. */
export const NORTHERN_NOTICES: Readonly<Record<string, NoticeWords>> = {
  en: {
    tld: 'co.uk',
    optOut: [
      'Your message to the buyer could not be delivered',
      'We could not deliver the message you sent to {buyer} for order [{order}] because the buyer opted out of receiving unsolicited messages from sellers.',
    ],
    refusal: [
      'Message not sent',
      'Your message about order {order} was blocked because it does not comply with our communication guidelines.',
    ],
    returned: [
      'Return authorisation notification for order {order}',
      'A customer has requested to return the items listed below.',
    ],
    refunded: [
      'Refund of {amount} issued - order {order}',
      'We have issued a refund of {amount} to the customer for the following items:',
    ],
    cancelled: [
      'Cancellation request for order number: {order}',
      'A buyer has asked you to cancel order {order}. If you have already dispatched it, ask the buyer to refuse the parcel.',
    ],
    opened: [
      'Claim received for order {order}',
      'We received an A-to-z Guarantee claim of {amount} for order {order}. You must respond within 3 calendar days.',
    ],
    closed: [
      'Your A-to-z Guarantee claim for order {order}',
      'We granted an A-to-z Guarantee claim of {amount} for order {order} and have debited your account. You can appeal within 30 calendar days.',
    ],
    copied: ['Your e-mail to {buyer}', 'Dear Shop, here is a copy of the e-mail that you sent to {buyer}.'],
    heads: ['Order item', 'SKU', 'Return quantity', 'Return reason', 'Customer comments'],
    amount: ['£119.00', 11_900, 'GBP'],
    fulfilled: 'Fulfilment network: Fulfilled by seller',
  },
  de: {
    tld: 'de',
    optOut: [
      'Ihre Nachricht an den Käufer wurde nicht zugestellt',
      'Wir konnten die Nachricht, die Sie an {buyer} zur Bestellung [{order}] gesendet haben, nicht zustellen, da der Käufer sich dafür entschieden hat, keine unaufgeforderten Nachrichten von Verkäufern zu erhalten.',
    ],
    refusal: [
      'Ihre Nachricht',
      'Ihre Nachricht zur Bestellung {order} wurde nicht zugestellt, da sie nicht unseren Richtlinien für die Kommunikation entspricht.',
    ],
    returned: [
      'Rücksendegenehmigung für Bestellung {order}',
      'Ein Kunde möchte die unten aufgeführten Artikel zurücksenden.',
    ],
    refunded: [
      'Erstattung von {amount} veranlasst - Bestellung {order}',
      'Wir haben dem Kunden {amount} für die folgenden Artikel erstattet:',
    ],
    cancelled: [
      'Stornierungsanfrage für die Bestellnummer: {order}',
      'Ein Käufer bittet Sie, die Bestellung {order} zu stornieren.',
    ],
    opened: [
      'Antrag zur Bestellung {order} eingegangen',
      'Wir haben einen A-bis-Z-Garantieantrag über {amount} zur Bestellung {order} erhalten. Bitte antworten Sie innerhalb von 3 Kalendertagen.',
    ],
    closed: [
      'Ihr A-bis-Z-Garantieantrag zur Bestellung {order}',
      'Wir haben einem A-bis-Z-Garantieantrag über {amount} zur Bestellung {order} stattgegeben. Der Betrag wurde Ihrem Konto belastet.',
    ],
    copied: ['Ihre E-Mail an {buyer}', 'Guten Tag, dies ist eine Kopie der E-Mail, die Sie an {buyer} gesendet haben.'],
    heads: ['Bestellter Artikel', 'SKU', 'Rücksendemenge', 'Rücksendegrund', 'Kundenkommentar'],
    amount: ['119,00\u00a0€', 11_900, 'EUR'],
    fulfilled: 'Versand durch: Verkäufer',
  },
  nl: {
    tld: 'nl',
    optOut: [
      'Je bericht aan de koper is niet bezorgd',
      'We konden het bericht dat je aan {buyer} hebt gestuurd over bestelling [{order}] niet bezorgen, omdat de koper ervoor heeft gekozen geen ongevraagde berichten van verkopers te ontvangen.',
    ],
    refusal: [
      'Je bericht',
      'Je bericht over bestelling {order} is niet verzonden omdat het niet voldoet aan onze richtlijnen.',
    ],
    returned: [
      'Retourautorisatie voor bestelling {order}',
      'Een klant heeft verzocht om de onderstaande artikelen te retourneren.',
    ],
    refunded: [
      'Terugbetaling van {amount} gestart - bestelling {order}',
      'We hebben {amount} terugbetaald voor de volgende artikelen:',
    ],
    cancelled: [
      'Annuleringsverzoek voor bestelnummer: {order}',
      'Een koper heeft je gevraagd bestelling {order} te annuleren.',
    ],
    opened: [
      'Claim ontvangen voor bestelling {order}',
      'We hebben een A-tot-Z-garantieclaim van {amount} ontvangen voor bestelling {order}. Je moet binnen 3 kalenderdagen reageren.',
    ],
    closed: [
      'Je A-tot-Z-garantieclaim voor bestelling {order}',
      'We hebben een A-tot-Z-garantieclaim van {amount} toegekend voor bestelling {order}.',
    ],
    copied: [
      'Je e-mail aan {buyer}',
      'Beste verkoper, hier is een kopie van de e-mail die je aan {buyer} hebt gestuurd.',
    ],
    heads: ['Besteld artikel', 'SKU', 'Aantal retour', 'Reden', 'Opmerking van de klant'],
    amount: ['€ 119,00', 11_900, 'EUR'],
    fulfilled: 'Verzonden door: Verkoper',
  },
  sv: {
    tld: 'se',
    optOut: [
      'Ditt meddelande till köparen levererades inte',
      'Vi kunde inte leverera meddelandet som du skickade till {buyer} för beställning [{order}] eftersom köparen har valt att inte ta emot oombedda meddelanden från säljare.',
    ],
    refusal: [
      'Ditt meddelande',
      'Ditt meddelande om beställning {order} levererades inte eftersom det inte uppfyller våra riktlinjer.',
    ],
    returned: ['Returauktorisering för beställning {order}', 'En kund har begärt att få returnera artiklarna nedan.'],
    refunded: [
      'Återbetalning på {amount} har initierats - beställning {order}',
      'Vi har påbörjat en återbetalning på {amount} för följande artiklar:',
    ],
    cancelled: [
      'Begäran om annullering för beställningsnummer: {order}',
      'En köpare vill annullera beställning {order}.',
    ],
    opened: [
      'Ersättningskrav mottaget för beställning {order}',
      'Vi har fått ett A-till-Ö-garantikrav på {amount} för beställning {order}. Du måste svara inom 3 kalenderdagar.',
    ],
    closed: [
      'Ditt A-till-Ö-garantikrav för beställning {order}',
      'Vi har beviljat ett krav på {amount} för beställning {order}.',
    ],
    copied: [
      'Ditt e-postmeddelande till {buyer}',
      'Hej, här är en kopia av e-postmeddelandet som du skickade till {buyer}.',
    ],
    heads: ['Beställd artikel', 'SKU', 'Antal i retur', 'Returorsak', 'Kundens kommentar'],
    amount: ['1 119,00 kr', 111_900, 'SEK'],
    fulfilled: 'Levereras av: Säljare',
  },
  pl: {
    tld: 'pl',
    optOut: [
      'Twoja wiadomość nie została dostarczona',
      'Nie mogliśmy dostarczyć wiadomości wysłanej do {buyer} w sprawie zamówienia [{order}], ponieważ kupujący zrezygnował z otrzymywania niechcianych wiadomości od sprzedawców.',
    ],
    refusal: [
      'Twoja wiadomość',
      'Wiadomość dotycząca zamówienia {order} nie została dostarczona, ponieważ jest niezgodna z naszymi wytycznymi.',
    ],
    returned: [
      'Powiadomienie o autoryzacji zwrotu dla zamówienia {order}',
      'Klient poprosił o zwrot wymienionych poniżej produktów.',
    ],
    refunded: [
      'Zwrot środków w kwocie {amount} - zamówienie {order}',
      'Zainicjowaliśmy zwrot środków w kwocie {amount} za następujące produkty:',
    ],
    cancelled: ['Prośba o anulowanie zamówienia nr: {order}', 'Kupujący prosi o anulowanie zamówienia {order}.'],
    opened: [
      'Otrzymano roszczenie dotyczące zamówienia {order}',
      'Otrzymaliśmy roszczenie z tytułu Gwarancji od A do Z na kwotę {amount} dotyczące zamówienia {order}. Odpowiedz w ciągu 3 dni kalendarzowych.',
    ],
    closed: [
      'Roszczenie z tytułu Gwarancji od A do Z, zamówienie {order}',
      'Przyznaliśmy roszczenie na kwotę {amount} dotyczące zamówienia {order}.',
    ],
    copied: [
      'Twoja wiadomość e-mail do {buyer}',
      'Szanowny Sprzedawco, oto kopia wiadomości e-mail wysłanej do {buyer}.',
    ],
    heads: ['Zamówiony produkt', 'SKU', 'Zwracana ilość', 'Powód zwrotu', 'Komentarz klienta'],
    amount: ['119,00 zł', 11_900, 'PLN'],
    fulfilled: 'Realizacja: Sprzedawca',
  },
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { alarms, AWAY, missed, PROMISE, REVIEW, SENSITIVE } from './shown-intents.ts'

/** Unsafe and safe sentences, each worded its own way, so that the lexicons are tried and not one phrase. */
describe('intents in French', () => {
  it('sees moves away from Amazon', () =>
    assert.deepEqual(
      missed(AWAY, [
        'Donnez-moi votre numéro de portable et je vous rappelle.',
        "Ajoutez-nous sur WhatsApp, c'est plus simple.",
        'Pourriez-vous me laisser votre adresse mail personnelle ?',
        'Écris-moi en privé sur Insta.',
        'Passez commande sur notre boutique en ligne, vous aurez 15 % de remise.',
        "On peut s'arranger entre nous, sans passer par Amazon.",
        'Je préfère un virement sur mon compte plutôt que la carte.',
        'Réglez en espèces à la livraison, ce sera moins cher.',
        'Notre ligne directe est ouverte : appelez-nous.',
        'Envoyez-moi un texto dès que possible.',
        'Si le colis ne vient pas, joignez-nous sur Telegram.',
        'Faisons un appel vidéo pour regarder la panne.',
      ]),
      [],
    ))

  it('sees promises that nobody can keep', () =>
    assert.deepEqual(
      missed(PROMISE, [
        'Vous aurez votre colis demain sans faute.',
        'Je vous promets que cela ne se reproduira plus.',
        'Ce moteur ne tombe jamais en panne.',
        "Livraison garantie avant vendredi, vous avez ma parole d'honneur.",
        'Nous vous garantissons que le paquet arrivera samedi.',
        'Il sera réparé à coup sûr cette semaine.',
        'Rien ne peut mal se passer avec cette pompe.',
        'Je vous jure que vous serez remboursé.',
        "Le remplacement arrivera lundi, c'est certain.",
        'Cette poêle est garantie à vie, elle ne raye pas.',
      ]),
      [],
    ))

  it('sees pressure on reviews', () =>
    assert.deepEqual(
      missed(REVIEW, [
        'Offrez-nous cinq étoiles et recevez un bon de 20 €.',
        'Pourriez-vous supprimer votre commentaire négatif ?',
        'Si vous êtes content de la lampe, laissez-nous un avis.',
        'Nous vous rembourserons une fois votre évaluation modifiée en 5 étoiles.',
        'Avant de publier un avis, contactez-nous.',
        'Mettez une note positive, svp.',
        'Carte cadeau offerte contre une capture de votre avis.',
        'Aidez-nous avec une bonne évaluation !',
        'Votre mari peut aussi nous mettre 5 étoiles.',
        'Un petit cadeau vous attend après votre commentaire.',
      ]),
      [],
    ))

  it('sees requests for what nobody may ask', () =>
    assert.deepEqual(
      missed(SENSITIVE, [
        'Merci de nous transmettre votre RIB pour le remboursement.',
        "Il nous faut une copie de votre carte d'identité.",
        'Quel est votre mot de passe Amazon ?',
        'Dites-moi le code reçu par SMS.',
        'Veuillez indiquer les chiffres au dos de la carte.',
        'Pouvez-vous nous envoyer une photo de votre passeport ?',
        'Nous avons besoin de votre date de naissance.',
        "Communiquez l'IBAN et le nom du titulaire.",
        'Envoie-moi le numéro de ta carte bleue.',
        "J'aurais besoin de votre numéro fiscal.",
      ]),
      [],
    ))

  it('lets everyday answers pass', () =>
    assert.deepEqual(
      alarms([
        'Le colis devrait arriver lundi.',
        'Merci pour votre avis, il nous aide à progresser.',
        'Vous pouvez laisser un avis sincère, bon ou mauvais.',
        'Nous ne demandons jamais de mot de passe.',
        "N'envoyez pas vos coordonnées bancaires.",
        'Envoyez-nous une photo de la lampe, svp.',
        'Pouvez-vous indiquer votre numéro de commande ?',
        'La garantie légale est de deux ans.',
        'Le tissu est 100 % coton.',
        'La batterie est chargée à 100 % à la livraison.',
        'Nous ne pouvons pas vous promettre une date.',
        'Nous vous avons remboursé hier.',
        'Quelle taille vous faut-il ?',
        'Nous ne communiquons pas par WhatsApp.',
        'Répondez simplement à ce message.',
        'Vous pouvez nous contacter directement via Amazon.',
        'Nous avons lu votre avis et nous en sommes désolés.',
        'Le transporteur essaie de livrer demain.',
        "Avez-vous changé d'avis ? Le retour est gratuit.",
        'Nous vérifierons cela avec le transporteur.',
        'Ne payez jamais en dehors de la plateforme.',
        'Comme promis, le remboursement a été effectué.',
        'Le câble est compatible avec la plupart des téléphones.',
        'Merci de ne pas partager votre numéro de téléphone ici.',
        "Quelle est la date d'expiration du produit ?",
        'Le mot de passe par défaut se trouve dans la notice.',
        'Le numéro de suivi figure dans votre compte.',
        "L'étui pour passeport existe en rouge.",
        'Votre colis est en route, il est prévu pour jeudi.',
        "La couleur de la photo n'est pas la bonne.",
        'Nous regrettons ce retard et vérifions le stock.',
        'Vous trouverez la facture dans vos commandes.',
        'Le bon de retour est dans le carton.',
        'Indiquez la pointure que vous souhaitez échanger.',
        "C'est normalement prévu pour demain.",
        "L'ampoule s'allume-t-elle encore ?",
        "Souhaitez-vous un remplacement ou le remboursement de l'article ?",
        "N'hésitez pas à nous répondre ici.",
        'La machine pèse deux kilos.',
        'Pouvez-vous essayer une autre prise ?',
      ]),
      [],
    ))
})

describe('intents in Italian', () => {
  it('sees moves away from Amazon', () =>
    assert.deepEqual(
      missed(AWAY, [
        'Mi lasci il suo numero di cellulare, la richiamo io.',
        'Scrivici su WhatsApp, facciamo prima.',
        'Può darmi la sua mail privata?',
        'Ordini sul nostro sito, costa meno.',
        'Mettiamoci d’accordo tra noi, fuori da Amazon.',
        'Se paga con PayPal le faccio uno sconto.',
        'Ricarichi la mia Postepay e spedisco subito.',
        'Ci chiami al telefono, è più veloce.',
        'Mandami un messaggio in privato su Instagram.',
        'Accettiamo anche Satispay o contanti.',
        'Ci trova su Telegram.',
        'Facciamo una videochiamata e risolviamo.',
      ]),
      [],
    ))

  it('sees promises that nobody can keep', () =>
    assert.deepEqual(
      missed(PROMISE, [
        'Il pacco arriverà domani senza dubbio.',
        'Le assicuro che non succederà più.',
        'Questa lama non si rompe mai.',
        'Consegna garantita entro venerdì.',
        'Ha la mia parola: lunedì sarà da lei.',
        'Glielo garantisco, lo avrà sabato.',
        'Le giuro che funzionerà.',
        'Sicuramente riceverà il rimborso domani.',
        'Niente può andare storto.',
        'Garantito a vita, parola d’onore.',
      ]),
      [],
    ))

  it('sees pressure on reviews', () =>
    assert.deepEqual(
      missed(REVIEW, [
        'Se è soddisfatto, ci lasci una recensione.',
        'Buono da 15 euro in cambio di cinque stelle.',
        'Potrebbe togliere la recensione negativa?',
        'La rimborsiamo appena avrà modificato il suo commento.',
        'Prima di lasciare un feedback ci contatti.',
        'Ci aiuti con una bella valutazione.',
        'Ci dia 5 stelle, per favore.',
        'Le regaliamo un gadget per la sua recensione.',
        'Chieda ai suoi amici di scrivere una recensione positiva.',
        'Ci invii lo screenshot della recensione e le facciamo il rimborso.',
      ]),
      [],
    ))

  it('sees requests for what nobody may ask', () =>
    assert.deepEqual(
      missed(SENSITIVE, [
        'Ci comunichi il suo IBAN per il rimborso.',
        'Serve una foto del documento d’identità.',
        'Può inviarci il codice fiscale?',
        'Mi dica la password del suo account.',
        'Ci mandi le ultime tre cifre sul retro della carta.',
        'Qual è la sua data di nascita?',
        'Mi giri il codice ricevuto via SMS.',
        'Abbiamo bisogno della copia del passaporto.',
        'Inserisca qui il numero della carta di credito.',
        'Vorremmo avere i suoi dati bancari.',
      ]),
      [],
    ))

  it('lets everyday answers pass', () =>
    assert.deepEqual(
      alarms([
        'Il pacco dovrebbe arrivare lunedì.',
        'Grazie per la sua recensione.',
        'Può lasciare una recensione onesta, positiva o negativa.',
        'Non chiediamo mai la password.',
        'Non ci invii dati bancari.',
        'Ci mandi una foto della lampada, per favore.',
        'Ci indichi il numero d’ordine.',
        'La garanzia è di due anni.',
        'La maglia è 100% cotone.',
        'La batteria arriva carica al 100%.',
        'Non possiamo promettere una data.',
        'L’abbiamo rimborsata ieri.',
        'Di quale taglia ha bisogno?',
        'Non usiamo WhatsApp.',
        'Risponda pure a questo messaggio.',
        'Ci contatti direttamente su Amazon.',
        'Abbiamo letto la sua recensione e ci dispiace.',
        'Il corriere proverà di nuovo domani.',
        'Ha cambiato idea? Il reso è gratuito.',
        'Verificheremo con il corriere.',
        'Non paghi mai fuori da Amazon.',
        'Come promesso, il rimborso è stato emesso.',
        'Il cavo è compatibile con molti telefoni.',
        'Non condivida il suo numero di telefono.',
        'Qual è la data di scadenza del prodotto?',
        'La password predefinita è nel manuale.',
        'Il codice di tracciamento è nel suo account.',
        'La custodia passaporto è rossa.',
        'Il pacco è in viaggio, la consegna è prevista giovedì.',
        'La cerniera si è rotta dopo due giorni.',
        'Ci scusiamo per il ritardo.',
        'La fattura si trova nei suoi ordini.',
        'L’etichetta del reso è nella scatola.',
        'Ci dica quale colore preferisce.',
        'Di solito bastano tre giorni.',
        'La spia si accende ancora?',
        'Preferisce la sostituzione o il rimborso?',
        'Non esiti a rispondere qui.',
        'Il tavolo pesa otto chili.',
        'Può provare con un’altra presa?',
      ]),
      [],
    ))
})

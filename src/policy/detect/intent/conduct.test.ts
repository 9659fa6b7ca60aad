import assert from 'node:assert/strict'
import { it } from 'node:test'

import { missed } from './shown-intents.ts'

it('sees advertising in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['MARKETING'],
      [
        'Check out our new collection, 10 % off your next order!',
        'Entdecken Sie unser neues Sortiment mit Rabattcode.',
        'Gebruik de code HERFST voor korting op uw volgende bestelling.',
        'Passa på, bara idag har vi rea på allt.',
      ],
    ),
    [],
  ))

it('sees a way out of a mailing list in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['OPT_OUT_LINK'],
      [
        'Click below to unsubscribe from these messages.',
        'Vom Newsletter abmelden können Sie sich hier.',
        'U kunt zich hier uitschrijven.',
        'Avregistrera dig här.',
      ],
    ),
    [],
  ))

it('sees a buyer told to cancel in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['ASK_CANCEL'],
      [
        'Could you please cancel your order yourself?',
        'Bitte stornieren Sie Ihre Bestellung.',
        'Annuleer uw bestelling alstublieft zelf.',
        'Avbeställ gärna din order själv.',
      ],
    ),
    [],
  ))

it('sees pressure to close a claim in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['CLAIM_PRESSURE'],
      [
        'Close the A-to-z claim, then we will help.',
        'Ziehen Sie den A-bis-Z-Antrag bitte zurück.',
        'Trek de A-tot-z-claim in.',
        'Dra tillbaka ditt A till Ö-krav.',
      ],
    ),
    [],
  ))

it('sees a message that only confirms in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['CONFIRM_ONLY'],
      [
        'Your order has been shipped.',
        'Ihre Bestellung wurde versandt.',
        'Uw bestelling is verzonden.',
        'Tack för din beställning.',
      ],
    ),
    [],
  ))

it('sees words in the name of Amazon in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['SPEAK_FOR_AMAZON'],
      [
        'Amazon will refund you in full.',
        'Amazon wird Ihnen den Betrag erstatten.',
        'Amazon zal u alles vergoeden.',
        'Amazon kommer att ersätta dig.',
      ],
    ),
    [],
  ))

it('sees a writer who says he is Amazon in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['IMPERSONATE_AMAZON'],
      [
        "This is Amazon's customer service team.",
        'Hier spricht das Amazon Sicherheitsteam.',
        'U spreekt met Amazon.',
        'Vi är Amazons säkerhetsteam.',
      ],
    ),
    [],
  ))

it('sees phishing in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['PHISHING'],
      [
        'Please verify your Amazon account now.',
        'Ihr Amazon-Konto wurde gesperrt.',
        'Klik op de link om uw account te bevestigen.',
        'Ditt konto har spärrats.',
      ],
    ),
    [],
  ))

it('sees a refund demanded with a review in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['EXTORTION'],
      [
        'Refund me or I leave one star.',
        'Geld zurück, sonst gibt es einen Stern.',
        'Geef me mijn geld terug, anders volgt een slechte review.',
        'Pengarna tillbaka, annars blir det ett dåligt omdöme.',
      ],
    ),
    [],
  ))

it("sees the writer's private life in English, German, Dutch and Swedish", () =>
  assert.deepEqual(
    missed(
      ['AGENT_FACT'],
      [
        'My wife is ill and I am on vacation next week.',
        'Ich bin im Urlaub und meine Frau auch.',
        'Ik ben ziek deze week.',
        'Jag är på semester.',
      ],
    ),
    [],
  ))

it('sees what a review must hold in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['REVIEW_HOWTO'],
      [
        'Write at least two sentences in your review and add a photo.',
        'Schreiben Sie mindestens zwei Sätze in der Bewertung.',
        'Schrijf minstens twee zinnen in uw review.',
        'Skriv minst två meningar i recensionen.',
      ],
    ),
    [],
  ))

it('sees a buyer blamed in English, German, Dutch and Swedish', () =>
  assert.deepEqual(
    missed(
      ['BLAME'],
      [
        'You should have read the description.',
        'Das ist Ihre eigene Schuld.',
        'Dat is uw eigen schuld.',
        'Det är ditt eget fel.',
      ],
    ),
    [],
  ))

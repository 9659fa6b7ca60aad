import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moneyIn } from './money.ts'

/** What is written, the marketplace's currency, the smallest units and the currency. */
const WRITINGS: readonly (readonly [text: string, marketplace: string | undefined, minor: number, currency: string])[] =
  [
    ['un reclamo di 119,00\u00a0€ per', 'EUR', 11_900, 'EUR'],
    ['rimborso 169.01 EUR avviato', 'EUR', 16_901, 'EUR'],
    ['rimborso di EUR 169.01 a cliente', 'EUR', 16_901, 'EUR'],
    ['über 1.234,56 € erhalten', 'EUR', 123_456, 'EUR'],
    ['EUR 1,234.56', 'EUR', 123_456, 'EUR'],
    ['€12', 'EUR', 1_200, 'EUR'],
    ['de 1 234,56 € pour', 'EUR', 123_456, 'EUR'],
    ['49,90 EUR.', 'EUR', 4_990, 'EUR'],
    ['£12', 'GBP', 1_200, 'GBP'],
    ['GBP12.50', 'GBP', 1_250, 'GBP'],
    ['¥1,200', 'JPY', 1_200, 'JPY'],
    ['￥12,345の返金', 'JPY', 12_345, 'JPY'],
    ['注文に関する￥1,190の申請', 'JPY', 1_190, 'JPY'],
    ['1,200円の返金', 'JPY', 1_200, 'JPY'],
    ['JPY 980.00', 'JPY', 980, 'JPY'],
    ['R$ 10,00', 'BRL', 1_000, 'BRL'],
    ['R$1.234,56', 'BRL', 123_456, 'BRL'],
    ['1 234,56 kr', 'SEK', 123_456, 'SEK'],
    ['1\u00a0234,56\u00a0kr', 'SEK', 123_456, 'SEK'],
    ['299 SEK', 'SEK', 29_900, 'SEK'],
    ['zł 10,00', 'PLN', 1_000, 'PLN'],
    ['10,00 zł', 'PLN', 1_000, 'PLN'],
    ['PLN 10.50', 'PLN', 1_050, 'PLN'],
    ['₹1,00,000.00', 'INR', 10_000_000, 'INR'],
    ['Rs. 499', 'INR', 49_900, 'INR'],
    ['INR 2,499.00', 'INR', 249_900, 'INR'],
    ['AED 10.00', 'AED', 1_000, 'AED'],
    ['١٢٣٫٤٥ ر.س', 'SAR', 12_345, 'SAR'],
    ['SAR 1,234.50', 'SAR', 123_450, 'SAR'],
    ['EGP 250.00', 'EGP', 25_000, 'EGP'],
    ['10,00 TL', 'TRY', 1_000, 'TRY'],
    ['₺1.234,56', 'TRY', 123_456, 'TRY'],
    ['$19.99', 'USD', 1_999, 'USD'],
    ['$19.99', 'CAD', 1_999, 'CAD'],
    ['$1,999.00', 'MXN', 199_900, 'MXN'],
    ['CDN$ 25.00', 'CAD', 2_500, 'CAD'],
    ['$25.5', 'AUD', 2_550, 'AUD'],
    ['A$25.00', undefined, 2_500, 'AUD'],
    ['S$ 18.90', 'SGD', 1_890, 'SGD'],
    ['R 100.00', 'ZAR', 10_000, 'ZAR'],
    ['CAD $25.00', undefined, 2_500, 'CAD'],
    ['$25.00 MXN', undefined, 2_500, 'MXN'],
    ['$5', undefined, 500, 'USD'],
  ]

describe('moneyIn', () => {
  it('reads the amount in the writing of every marketplace', () => {
    assert.deepEqual(
      WRITINGS.map(([text, marketplace]) => moneyIn(text, marketplace)),
      WRITINGS.map(([, , minor, currency]) => ({ minor, currency })),
    )
  })

  it('reads no number without a currency', () => {
    const texts = ['order 405-1234567-1234567', 'Quantity 12', '12.09.2026', 'Size R 43', 'Ref RS232', '12 krokodile']

    assert.deepEqual(
      texts.map((text) => moneyIn(text, 'EUR')),
      texts.map(() => undefined),
    )
  })

  it('takes the first of several', () => {
    assert.deepEqual(moneyIn('10,00 € von 20,00 €', 'EUR'), { minor: 1_000, currency: 'EUR' })
  })
})

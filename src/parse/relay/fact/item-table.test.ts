import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { itemTable } from './item-table.ts'

const HEADS = ['Articolo presente nell’ordine', 'ASIN', 'Sku', 'Quantità reso', 'Motivo del reso']

describe('itemTable', () => {
  it('reads a table whose cells became lines', () => {
    const text = ['Ecco i dettagli:', '', ...HEADS, 'Lampada', 'B0INVENTA1', 'SKU-1', '2', 'Non funziona'].join('\n')

    assert.deepEqual(itemTable(text), { firstLine: 2, rows: [{ asin: 'B0INVENTA1', quantity: 2 }] })
  })

  it('reads several rows, and a SKU that is a number', () => {
    const rows = ['Lampada', 'B0INVENTA1', '77', '1', 'Rotta', 'Libro', '316148410X', '78', '3', 'Doppio']

    assert.deepEqual(itemTable([...HEADS, ...rows].join('\n'))?.rows, [
      { asin: 'B0INVENTA1', quantity: 1 },
      { asin: '316148410X', quantity: 3 },
    ])
  })

  it('reads cells parted by tabs', () => {
    const text = 'Artikel\tASIN\tSKU\tMenge\nLampe\tB0ERFUNDN1\tS-1\t4'

    assert.deepEqual(itemTable(text)?.rows, [{ asin: 'B0ERFUNDN1', quantity: 4 }])
  })

  it('reads the items of a table in a language without known words', () => {
    const text = ['Τίτλος', 'ASIN', 'Κωδικός', 'Πλήθος', 'Φως', 'B0EPINOIT1', 'S-1', '1'].join('\n')

    assert.deepEqual(itemTable(text)?.rows, [{ asin: 'B0EPINOIT1', quantity: 1 }])
  })

  it('takes a number that is no ISBN for none', () => {
    assert.equal(itemTable([...HEADS, 'Lampada', '1234567890', 'S', '1', 'x'].join('\n')), undefined)
  })

  it('finds no table in words', () => {
    assert.equal(itemTable('The ASIN is B0INVENTED.'), undefined)
  })
})

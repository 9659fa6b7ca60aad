import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { ImportedReport } from '../api/order-reports.ts'
import { importOrderReport, REPORT_MAX_BYTES } from '../api/order-reports.ts'
import { isProblem, problemSentence } from '../api/problem.ts'
import { fileFault } from './report-words.ts'

/** Where the import of a report stands. */
export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly fileName: string; readonly sizeBytes: number }
  | { readonly kind: 'done'; readonly fileName: string; readonly report: ImportedReport }
  | { readonly kind: 'failed'; readonly fileName: string; readonly sentence: string }

/** Hands reports in, one at a time. */
export function useImport(accountId: string) {
  const client = useQueryClient()
  const [state, setState] = useState<ImportState>({ kind: 'none' })

  async function start(file: File): Promise<void> {
    const { name: fileName, size: sizeBytes } = file
    const fault = fileFault(file, REPORT_MAX_BYTES)
    if (fault !== undefined) return setState({ kind: 'failed', fileName, sentence: fault })
    setState({ kind: 'reading', fileName, sizeBytes })
    try {
      setState({ kind: 'done', fileName, report: await importOrderReport(accountId, file) })
      // Who ships an order decides what its conversation suggests.
      await client.invalidateQueries({ queryKey: ['account', accountId] })
    } catch (error) {
      setState({ kind: 'failed', fileName, sentence: sentenceOf(error) })
    }
  }

  return { state, start }
}

function sentenceOf(error: unknown): string {
  if (!isProblem(error, 'request.invalid')) return problemSentence(error)
  return "It is none of Amazon's order reports, or it was cut short or changed. Download it again and hand it in as it is."
}

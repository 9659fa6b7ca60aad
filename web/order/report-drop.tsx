import { FileUp } from 'lucide-react'
import type { DragEvent } from 'react'
import { useRef, useState } from 'react'

import { Button } from '../control/button.tsx'
import css from './order-report-page.module.css'

interface ReportDropProps {
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

/** Where a report is dropped or chosen. */
export function ReportDrop({ isBusy, onFile }: ReportDropProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !isBusy) onFile(file)
  }

  function choose(files: FileList | null) {
    const [file] = files ?? []
    if (file) onFile(file)
    // The same file can be chosen again once it was mended.
    if (chooser.current) chooser.current.value = ''
  }

  return (
    <div
      className={css['drop']}
      data-state={isOver ? 'over' : 'waiting'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={22} aria-hidden />
      <p>Drop the report here: the file as Amazon gives it, tab-separated or CSV.</p>
      <Button look="main" disabled={isBusy} onClick={() => chooser.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={chooser}
        className="visually-hidden"
        type="file"
        accept=".txt,.tsv,.csv,text/plain,text/tab-separated-values,text/csv"
        aria-label="Order report"
        tabIndex={-1}
        onChange={(event) => choose(event.currentTarget.files)}
      />
    </div>
  )
}

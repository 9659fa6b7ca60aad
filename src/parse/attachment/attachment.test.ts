import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attachment, NAMED_ATTACHMENTS } from './attachment.ts'

const PDF = '%PDF-1.7\n'
const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'
const JPEG = '\xff\xd8\xff\xe0\0\x10JFIF'
const ZIP = 'PK\x03\x04\x14\0'
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('attachment', () => {
  it('is harmless when content, name and declared type say the same', () => {
    const files = [
      judge('a.pdf', 'application/pdf', PDF),
      judge('photo.jpeg', 'image/jpeg', JPEG),
      judge('photo', 'image/png', PNG),
      judge('a.docx', DOCX_TYPE, ZIP),
      judge('a.mp4', 'video/mp4', '\0\0\0\x18ftypisom'),
      judge('a.heic', 'image/heic', '\0\0\0\x18ftypheic'),
      judge('a.webp', 'image/webp', 'RIFF\0\0\0\0WEBP'),
      judge('notes.txt', 'text/plain', 'Lamp, table'),
      judge('a.ics', 'text/calendar', 'BEGIN:VCALENDAR'),
    ]

    assert.deepEqual(
      files,
      ['pdf', 'jpeg', 'png', 'office', 'mp4', 'heic', 'webp', 'text', 'calendar'].map((kind) => ({
        kind,
        isRisky: false,
      })),
    )
  })

  it('is harmless without a telling type, as mail programs send files', () => {
    assert.deepEqual(judge('a.pdf', 'application/octet-stream', PDF), { kind: 'pdf', isRisky: false })
    assert.deepEqual(judge('', 'message/rfc822', 'From: a@example.com'), { kind: 'mail', isRisky: false })
  })

  it('is risky for all that runs or may hold what runs, whatever it calls itself', () => {
    const files = [
      ['a.pdf', 'application/pdf', 'MZ\x90\0'],
      ['a', 'application/octet-stream', '\x7fELF'],
      ['a.txt', 'text/plain', '#!/bin/sh\nx'],
      ['a.bat', 'text/plain', 'echo'],
      ['a.JS', 'text/plain', 'x()'],
      ['a.hta', 'application/octet-stream', 'x'],
      ['a.html', 'text/html', '<p>x'],
      ['a.txt', 'text/plain', ' \n<!DOCTYPE html><p>x'],
      ['a.png', 'image/png', '\xef\xbb\xbf<?xml version="1.0"?><svg onload="x()">'],
      ['a.txt', 'text/plain', '\xff\xfe<\0h\0t\0m\0l\0>\0'],
      ['a.svg', 'image/svg+xml', '<svg/>'],
      ['a.zip', 'application/zip', ZIP],
      ['a.rar', 'application/octet-stream', 'Rar!\x1a\x07\0'],
      ['a.iso', 'application/octet-stream', 'x'],
      ['a.lnk', 'application/octet-stream', 'x'],
      ['a', 'application/octet-stream', 'L\0\0\0\x01\x14\x02\0'],
      ['winmail.dat', 'application/ms-tnef', 'x\x9f>"'],
      ['a.exe.', 'application/octet-stream', 'x'],
      ['a.exe ', 'application/octet-stream', 'x'],
    ] as const

    assert.deepEqual(
      files.filter(([name, type, content]) => !judge(name, type, content).isRisky),
      [],
    )
  })

  it('is risky for office files that may hold macros', () => {
    assert.equal(judge('a.docm', 'application/vnd.ms-word.document.macroEnabled.12', ZIP).isRisky, true)
    assert.equal(judge('a.doc', 'application/msword', OLE).isRisky, true)
    assert.equal(judge('a.docx', DOCX_TYPE, OLE).isRisky, true)
    assert.equal(judge('a', 'application/octet-stream', OLE).isRisky, true)
  })

  it('is risky when content, name and declared type disagree', () => {
    assert.equal(judge('a.pdf', 'image/png', PNG).isRisky, true)
    assert.equal(judge('a.jpg', 'image/jpeg', 'no picture at all').isRisky, true)
    assert.equal(judge('a.pdf', 'application/pdf', ZIP).isRisky, true)
    assert.equal(judge('a.png', 'text/plain', PNG).isRisky, true)
  })

  it('is risky when its name turns its ending round, and shows the name as it is', () => {
    const file = attachment({ name: 'invoice\u202efdp.exe', type: 'application/pdf', content: bytes(PDF) }, 0)

    assert.equal(file.isRisky, true)
    assert.equal(file.name, 'invoicefdp.exe')
  })

  it('keeps the names of the first hundred', () => {
    const part = { name: 'a.pdf', type: 'application/pdf', content: bytes(PDF) }

    assert.equal(attachment(part, NAMED_ATTACHMENTS - 1).name, 'a.pdf')
    assert.equal(attachment(part, NAMED_ATTACHMENTS).name, '')
  })
})

function judge(name: string, type: string, content: string): { readonly kind: string; readonly isRisky: boolean } {
  const { kind, isRisky } = attachment({ name, type, content: bytes(content) }, 0)
  return { kind, isRisky }
}

function bytes(latin1: string): Uint8Array {
  return Buffer.from(latin1, 'latin1')
}

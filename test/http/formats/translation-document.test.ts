import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speechOf } from '#core/documents/speech.ts'
import { documentHtml } from '#http/formats/document-html.tsx'
import { translationDocument } from '#http/formats/translation-document.ts'
import { markupOf } from '#http/html/raw.ts'

test('That a translation is out of date is said in English, and marked as English to who hears it', () => {
  const translation = { title: 'دليلك', text: 'مرحبا', language: 'ar', byProgram: false }
  const dated = { ...translation, sourceVersion: 'edition 2026-01', isOutOfDate: true }
  const document = translationDocument(dated, { name: 'Somebody Homes' })
  const html = markupOf(documentHtml(document))
  assert.match(html, /<article class="kept-document" lang="ar" dir="rtl">/)
  assert.match(html, /<p [^>]*lang="en-GB" dir="ltr">This translation is out of date/)
  const [notice, text] = speechOf(document)
  assert.match(notice?.text ?? '', /This translation is out of date/)
  assert.deepEqual([notice?.language, text?.language], ['en-GB', 'ar'])
})

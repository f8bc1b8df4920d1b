import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Acting, publicActing } from '#core/people/acting.ts'
import { parseDay } from '#core/time/day.ts'
import { savePageVersion } from '#store/public/page-versions.ts'
import { showPage } from '#store/public/showings.ts'
import type { Store } from '#store/store.ts'
import {
  publishTranslation,
  sendBackTranslation,
  withdrawTranslation,
} from '#store/translations/check-translations.ts'
import { publishedTranslation, translationsOf } from '#store/translations/published-translations.ts'
import { listTranslations, readTranslation } from '#store/translations/read-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import { done, openTestStore } from '../databases.ts'
import { refusal } from '../ledger/ground.ts'

const leaflet = { document: 'leaflet:2026-01' }
const text = '## Y ffôn\n\n- Ffoniwch 020 7946 0018'

test('A translation is asked for, written, checked by a second person, published, found out of date and withdrawn', async () => {
  const opened = await openTestStore()
  const { store } = opened
  const writer = { ...(await opened.addLandlord()), by: 'staff:writer' }
  const checker = { ...writer, by: 'staff:checker' }
  const anybody = publicActing(writer.landlord)
  const id = done(await wantTranslation(store, writer, { ...leaflet, language: 'cy' })).translationId
  assert.match(
    refusal(await wantTranslation(store, writer, { document: 'leaflet', language: 'cy' })).refusal,
    /is there already/,
    'one document through all its editions',
  )
  assert.match(
    refusal(await wantTranslation(store, writer, { document: 'page:no-such', language: 'cy' })).refusal,
    /no such document/,
  )

  const typed = { translationId: id, title: 'Ein haddewidion', text, translator: 'A. Jones' }
  const given = { ...typed, byProgram: false, sourceText: '## Telephone' }
  assert.match(
    refusal(await writeTranslation(store, writer, { ...given, text: ' ', revision: 1 })).refusal,
    /nothing is translated/,
  )
  done(await writeTranslation(store, writer, { ...given, revision: 1 }))
  assert.match(
    refusal(await writeTranslation(store, writer, { ...given, revision: 1 })).refusal,
    /somebody changed/,
  )
  await send(store, writer, id)
  done(await sendBackTranslation(store, checker, await seen(store, id, checker)))
  await send(store, writer, id)
  assert.equal(done(await translationsOf(store, anybody, leaflet)).length, 0, 'nobody reads it yet')
  assert.match(
    refusal(await publishTranslation(store, writer, await seen(store, id, writer))).refusal,
    /a second person has to check it/,
  )
  done(await publishTranslation(store, checker, await seen(store, id, checker)))
  const [link] = done(await translationsOf(store, anybody, leaflet))
  assert.equal(link?.title, 'Ein haddewidion')
  assert.equal(link?.isOutOfDate, false)

  await changeLeaflet(store, writer)
  const read = done(await publishedTranslation(store, anybody, { ...leaflet, language: 'cy' }))
  assert.equal(read.text, text)
  assert.equal(read.isOutOfDate, true, 'the leaflet has another introduction now')
  const [listed] = done(await listTranslations(store, checker))
  assert.match(listed?.sourceNow ?? '', /^edition .*, introduction 1$/)
  assert.equal(listed?.isShownOutOfDate, true)

  const again = await seen(store, id, writer)
  done(await writeTranslation(store, writer, { ...given, ...again, title: 'Newydd' }))
  const still = done(await publishedTranslation(store, anybody, { ...leaflet, language: 'cy' }))
  assert.equal(still.title, 'Ein haddewidion', 'what was published stays until the new one is')

  done(await withdrawTranslation(store, checker, await seen(store, id, checker)))
  assert.equal(
    refusal(await publishedTranslation(store, anybody, { ...leaflet, language: 'cy' })).because,
    'not found',
  )
})

async function send(store: Store, acting: Acting, translationId: string): Promise<void> {
  done(await sendTranslation(store, acting, await seen(store, translationId, acting)))
}

async function seen(store: Store, translationId: string, acting: Acting) {
  const { revision } = done(await readTranslation(store, acting, { translationId }))
  return { translationId, revision }
}

async function changeLeaflet(store: Store, acting: Acting): Promise<void> {
  const texts = { introduction: 'Read this first.' }
  const datedOn = parseDay('2026-03-02') ?? 0
  done(await savePageVersion(store, acting, { page: 'leaflet', texts, datedOn, expected: 0 }))
  done(await showPage(store, acting, { page: 'leaflet' }))
}

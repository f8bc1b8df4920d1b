import {
  publishTranslation,
  sendBackTranslation,
  withdrawTranslation,
} from '#store/translations/check-translations.ts'
import { publishedTranslation, translationsOf } from '#store/translations/published-translations.ts'
import { listTranslations, readTranslation } from '#store/translations/read-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import type { Acting } from '#core/people/acting.ts'
import type { Store } from '#store/store.ts'
import { done } from '#test/store/databases.ts'
import type { Try } from './try.ts'

/** Somebody else of the same landlord, who checks. */
function second(acting: Acting): Acting {
  return { ...acting, by: 'staff:second' }
}

/** A translation of A’s that says its name, published and being written anew; gives its id. */
export async function translationOfA(store: Store, a: Acting, name: string): Promise<string> {
  const { translationId } = done(await wantTranslation(store, a, { document: 'leaflet', language: 'cy' }))
  const typed = {
    translationId,
    title: name,
    text: name,
    translator: name,
    byProgram: false,
    sourceText: name,
  }
  done(await writeTranslation(store, a, { ...typed, revision: 1 }))
  done(await sendTranslation(store, a, { translationId, revision: 2 }))
  done(await publishTranslation(store, second(a), { translationId, revision: 3 }))
  return translationId
}

/** Takes the id of something of A’s. */
export const foundOfTranslations: Readonly<Record<string, Try>> = {
  readTranslation: ({ store, ids }, acting) =>
    readTranslation(store, acting, { translationId: ids.translation }),
  publishedTranslation: ({ store }, acting) =>
    publishedTranslation(store, acting, { document: 'leaflet', language: 'cy' }),
  writeTranslation: ({ store, ids }, acting) =>
    writeTranslation(store, acting, {
      translationId: ids.translation,
      revision: 4,
      title: 'Ours',
      text: 'Ours',
      translator: '',
      byProgram: false,
      sourceText: 'Ours',
    }),
  sendTranslation: ({ store, ids }, acting) =>
    sendTranslation(store, acting, { translationId: ids.translation, revision: 5 }),
  sendBackTranslation: ({ store, ids }, acting) =>
    sendBackTranslation(store, acting, { translationId: ids.translation, revision: 6 }),
  publishTranslation: ({ store, ids }, acting) =>
    publishTranslation(store, second(acting), { translationId: ids.translation, revision: 7 }),
  withdrawTranslation: ({ store, ids }, acting) =>
    withdrawTranslation(store, acting, { translationId: ids.translation, revision: 7 }),
}

/** Lists, and what is free for every landlord. */
export const shownOfTranslations: Readonly<Record<string, Try>> = {
  listTranslations: ({ store }, acting) => listTranslations(store, acting),
  translationsOf: ({ store }, acting) => translationsOf(store, acting, { document: 'leaflet' }),
  wantTranslation: ({ store }, acting) =>
    wantTranslation(store, acting, { document: 'leaflet', language: 'pl' }),
}

import {
  publishTranslation,
  sendBackTranslation,
  withdrawTranslation,
} from '#store/translations/check-translations.ts'
import { publishedTranslation, translationsOf } from '#store/translations/published-translations.ts'
import { listTranslations, readTranslation } from '#store/translations/read-translations.ts'
import { sendTranslation, wantTranslation, writeTranslation } from '#store/translations/write-translations.ts'
import { second } from './translations-across.ts'
import type { Try } from './try.ts'

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

import { readPageHistory, savePageVersion } from '#store/public/page-versions.ts'
import { listPublishedPromises, recordShown, recordTakenDown } from '#store/public/publications.ts'
import { listShowings, showPage, takePageDown } from '#store/public/showings.ts'
import { readSite } from '#store/public/site.ts'
import type { Try } from './try.ts'

/** Takes the id of something of A’s. */
export const foundOfPublic: Readonly<Record<string, Try>> = {
  takePageDown: ({ store }, acting) => takePageDown(store, acting, { page: 'hours' }),
  showPage: ({ store }, acting) => showPage(store, acting, { page: 'hours' }),
}

/** Lists, and what is free for every landlord. */
export const shownOfPublic: Readonly<Record<string, Try>> = {
  readSite: ({ store }, acting) => readSite(store, acting),
  readPageHistory: ({ store }, acting) => readPageHistory(store, acting, { page: 'hours' }),
  savePageVersion: ({ store }, acting) =>
    savePageVersion(store, acting, {
      page: 'contact',
      texts: { ways: 'Ours' },
      datedOn: 20_000,
      expected: 0,
    }),
  listShowings: ({ store }, acting) => listShowings(store, acting, { page: 'hours' }),
  listPublishedPromises: ({ store }, acting) => listPublishedPromises(store, acting),
  recordShown: ({ store }, acting) => recordShown(store, acting, { what: 'opening-hours', where: 'office' }),
  recordTakenDown: ({ store }, acting) =>
    recordTakenDown(store, acting, { what: 'opening-hours', where: 'office' }),
}

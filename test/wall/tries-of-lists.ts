import { assignCases } from '#store/lists/assign-cases.ts'
import { listByFilter } from '#store/lists/case-list.ts'
import { readCustomerFile } from '#store/lists/customer-file.ts'
import {
  contractorsOf,
  namesOfCustomers,
  namesOfHomes,
  officesOf,
  staffOf,
  teamsOf,
} from '#store/masters/names.ts'
import { findWords } from '#store/search/find-words.ts'
import { putAside } from '#store/today/put-aside.ts'
import { readTeam } from '#store/today/read-team.ts'
import { readToday } from '#store/today/read-today.ts'
import { teamStamp, todayStamp } from '#store/today/today-stamp.ts'
import { keepView, listViews, removeView } from '#store/views/views.ts'
import type { Try } from './try.ts'
import { mark } from './two-landlords.ts'

const why = 'a try'

/** Lists and names: those that take the id of something. */
export const foundOfLists: Readonly<Record<string, Try>> = {
  readTeam: ({ store, ids }, acting) => readTeam(store, acting, ids.teams),
  assignCases: ({ store, ids }, acting) =>
    assignCases(store, acting, {
      cases: [{ caseId: ids.case, version: 2 }],
      to: { staffId: ids.staff },
    }),
  removeView: ({ store, ids }, acting) => removeView(store, acting, ids.view),
  putAside: ({ store, ids }, acting) =>
    putAside(store, acting, { caseId: ids.case, promise: mark, n: 1, occasion: 'due' }),
}

/** And those that list what is one’s own. */
export const shownOfLists: Readonly<Record<string, Try>> = {
  namesOfCustomers: async ({ store, ids }, acting) => [
    ...(await namesOfCustomers(store, acting, { ids: [ids.customers], why })),
  ],
  namesOfHomes: async ({ store, ids }, acting) => [
    ...(await namesOfHomes(store, acting, { ids: [ids.homes] })),
  ],
  staffOf: ({ store }, acting) => staffOf(store, acting),
  teamsOf: ({ store }, acting) => teamsOf(store, acting),
  officesOf: ({ store }, acting) => officesOf(store, acting),
  contractorsOf: ({ store }, acting) => contractorsOf(store, acting),
  findWords: ({ store }, acting) => findWords(store, acting, { text: mark }),
  readToday: ({ store, ids }, acting) => readToday(store, { ...acting, staffId: ids.staff }),
  todayStamp: ({ store, ids }, acting) => todayStamp(store, { ...acting, staffId: ids.staff }),
  teamStamp: ({ store, ids }, acting) => teamStamp(store, acting, ids.teams),
  listByFilter: ({ store, ids }, acting) =>
    listByFilter(store, acting, { filter: { customer: ids.customers, state: 'any' } }),
  readCustomerFile: ({ store, ids }, acting) => readCustomerFile(store, acting, ids.customers),
  listViews: ({ store, ids }, acting) => listViews(store, { ...acting, staffId: ids.staff }),
  keepView: ({ store }, acting) =>
    keepView(store, acting, { name: 'Ours', filter: {}, sharedWith: 'nobody' }),
}

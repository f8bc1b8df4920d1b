import { isRefused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { listIn, textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { addPerson } from '#store/people/add-person.ts'
import { listContractors } from '#store/people/contractors.ts'
import { parseEmail } from '#store/people/email.ts'
import { listPeople } from '#store/people/people.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { AddPerson, type PersonTyped } from './add.tsx'
import { LogLines } from './log.tsx'
import { PeopleList } from './list.tsx'
import { onePersonPages } from './person-pages.tsx'
import { readPeopleLog } from '#store/people/people-log.ts'

/** Who may sign in, and what they may do. */
export const peoplePages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/people',
    who: 'people',
    handle: async ({ store, visitor, query }) => {
      const name = textIn(query, 'after')
      const after = name === '' ? undefined : { name, staffId: textIn(query, 'id') }
      const page = await listPeople(store, visitor.acting, { after, limit: 50 })
      return isRefused(page) ? page : { title: 'People', content: <PeopleList page={page} /> }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/people/add',
    who: 'people',
    handle: async (asked) => addPage(asked, blank),
  }),
  pageRoute({
    method: 'POST',
    path: '/people/add',
    who: 'people',
    handle: async (asked) => {
      const { store, door, visitor, fields } = asked
      const typed = {
        name: textIn(fields, 'name'),
        email: textIn(fields, 'email'),
        roles: listIn(fields, 'roles'),
        contractorId: textIn(fields, 'contractorId'),
      }
      const missing = whatIsMissing(typed)
      if (missing.length > 0) return addPage(asked, { ...typed, faults: missing })
      const contractorId = typed.contractorId === '' ? undefined : typed.contractorId
      const added = await addPerson(store, visitor.acting, { door, person: { ...typed, contractorId } })
      if (isRefused(added))
        return addPage(asked, { ...typed, faults: [{ field: 'name', ...faultOf(added) }] })
      return { goTo: local`/people/${added.staffId}?done=invited` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/people/log',
    who: 'people',
    handle: async ({ store, visitor, query }) => {
      const before = Number.parseInt(textIn(query, 'before'), 10)
      const asked = { limit: 100, before: Number.isSafeInteger(before) && before > 0 ? before : undefined }
      const entries = await readPeopleLog(store, visitor.acting, asked)
      return isRefused(entries)
        ? entries
        : { title: 'What was changed', content: <LogLines entries={entries} /> }
    },
  }),
  ...onePersonPages,
]

const blank: PersonTyped = { name: '', email: '', roles: [], contractorId: '', faults: [] }

/** All of it at once, so that nobody is sent back twice. */
function whatIsMissing({ name, email, roles }: Omit<PersonTyped, 'faults'>): readonly Fault[] {
  const parsed = parseEmail(email)
  return [
    ...(name === '' ? [{ field: 'name', says: 'Type their full name.' }] : []),
    ...(isRefused(parsed) ? [faultOf(parsed)] : []),
    ...(roles.length === 0 ? [{ field: 'roles', says: 'Choose one role or several.' }] : []),
  ]
}

async function addPage({ store, visitor, formToken }: PageAsked<Visitor>, typed: PersonTyped) {
  const contractors = await listContractors(store, visitor.acting)
  if (isRefused(contractors)) return contractors
  return {
    title: 'Add a person',
    content: <AddPerson typed={typed} contractors={contractors} token={formToken} />,
    faults: typed.faults,
    ...(typed.faults.length > 0 && { status: 422 }),
  }
}

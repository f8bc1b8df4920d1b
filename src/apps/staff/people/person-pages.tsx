import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { faultOf, type Fault } from '#http/layout/fault.ts'
import { listIn, textIn } from '#http/layout/fields.ts'
import { type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import {
  endPersonsSessions,
  giveRoles,
  inviteAgain,
  setActive,
  takeSecondFactorAway,
  unlock,
} from '#store/people/change-people.ts'
import { addPerson } from '#store/people/add-person.ts'
import { listContractors } from '#store/people/contractors.ts'
import { findPerson } from '#store/people/people.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { Person } from './person.tsx'

type Asked = PageAsked<Visitor>

/** One person: what they are, and what an administrator can do for them. */
export const onePersonPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/people/:staffId',
    who: 'people',
    handle: async (asked) => personPage(asked, []),
  }),
  pageRoute({
    method: 'POST',
    path: '/people/:staffId/roles',
    who: 'people',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const contractorId = textIn(fields, 'contractorId') || null
      const roles = listIn(fields, 'roles')
      const given = await giveRoles(store, visitor.acting, { staffId: staffIdIn(asked), roles, contractorId })
      if (isRefused(given))
        return personPage(asked, [{ field: 'roles', ...faultOf(given) }], { roles, contractorId })
      return { goTo: local`/people/${staffIdIn(asked)}?done=roles` }
    },
  }),
  acting('invite', 'invited', async ({ store, door, visitor }, staffId) => {
    const person = await findPerson(store, visitor.acting, { door, staffId })
    if (isRefused(person) || person.hasSignIn) return inviteAgain(store, visitor.acting, { door, staffId })
    const { name, email, roles, contractorId } = person
    const asked = { staffId, name, email: email ?? '', roles, contractorId: contractorId ?? undefined }
    return addPerson(store, visitor.acting, { door, person: asked })
  }),
  acting('end-sessions', 'sessions', ({ store, visitor, fields }, staffId) =>
    endPersonsSessions(store, visitor.acting, { staffId, sessionId: textIn(fields, 'session') || undefined }),
  ),
  acting('unlock', 'unlocked', ({ store, door, visitor }, staffId) =>
    unlock(store, visitor.acting, { door, staffId }),
  ),
  acting('take-second-factor-away', 'factor', ({ store, visitor }, staffId) =>
    takeSecondFactorAway(store, visitor.acting, { staffId }),
  ),
  acting('stop', 'stopped', ({ store, visitor }, staffId) =>
    setActive(store, visitor.acting, { staffId, active: false }),
  ),
  acting('let-in', 'let-in', ({ store, visitor }, staffId) =>
    setActive(store, visitor.acting, { staffId, active: true }),
  ),
]

const notices: Readonly<Record<string, string>> = {
  roles: 'The roles are changed. They count from now on.',
  invited: 'An invitation is on its way.',
  sessions: 'The session is ended.',
  unlocked: 'They can try to sign in again.',
  factor: 'The second factor is taken away, and they are signed out everywhere.',
  stopped: 'They can no longer sign in, and are signed out everywhere.',
  'let-in': 'They can sign in again.',
}

/** A button on the page of a person. */
function acting(
  path: string,
  done: string,
  act: (asked: Asked, staffId: string) => Promise<object | Refused>,
): PageRoute {
  return pageRoute({
    method: 'POST',
    path: `/people/:staffId/${path}`,
    who: 'people',
    handle: async (asked) => {
      const staffId = staffIdIn(asked)
      const result = await act(asked, staffId)
      if (!isRefused(result)) return { goTo: local`/people/${staffId}?done=${done}` }
      return result.because === 'not found' ? result : personPage(asked, [{ says: faultOf(result).says }])
    },
  })
}

async function personPage(
  asked: Asked,
  faults: readonly Fault[],
  typed?: { readonly roles: readonly string[]; readonly contractorId: string | null },
) {
  const { store, door, visitor, query, formToken } = asked
  const person = await findPerson(store, visitor.acting, { door, staffId: staffIdIn(asked) })
  if (isRefused(person)) return person
  const contractors = await listContractors(store, visitor.acting)
  if (isRefused(contractors)) return contractors
  const shown = { ...person, ...typed }
  return {
    title: person.name,
    content: (
      <Person
        person={person}
        roles={shown.roles}
        contractorId={shown.contractorId ?? ''}
        contractors={contractors}
        faults={faults}
        token={formToken}
        isSelf={person.staffId === visitor.acting.staffId}
      />
    ),
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    ...(faults.length > 0 && { status: 422 }),
  }
}

function staffIdIn({ params }: Asked): string {
  return params['staffId'] ?? ''
}

import { Type } from 'typebox'
import { permissions } from '#core/people/permission.ts'
import { isRefused } from '#core/refused.ts'
import { cursorOf, keyFrom } from '#http/api/cursor.ts'
import { type Route, route } from '#http/api/route.ts'
import { anything, id, instant, list, object, optional, orNull, page, paging } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import {
  endPersonsSessions,
  giveRoles,
  setActive,
  takeSecondFactorAway,
} from '#store/people/change-people.ts'
import { endMySessions, listMySessions } from '#store/people/my-sessions.ts'
import { listPeople } from '#store/people/people.ts'
import { readPeopleLog } from '#store/people/people-log.ts'
import { personSchema, roleSchema, sessionSchema, shownPerson, shownSession } from './person-shown.ts'

const tag = 'People'
const params = object({ staffId: id('the member of staff') })

/** Who may sign in, as what, and where they are signed in. */
export const personRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people',
    permission: 'people',
    summary: 'List people and their sign-ins',
    tag,
    query: object(paging),
    answers: { 200: { says: 'Staff by name, with and without a sign-in', body: page(personSchema) } },
    async handle({ store, acting, query }) {
      const key = keyFrom(query.after, ['text', 'text'])
      const after = key && { name: key[0], staffId: key[1] }
      const found = await listPeople(store, acting, { after, limit: query.limit ?? 50 })
      if (isRefused(found)) return found
      const next = found.next === undefined ? null : cursorOf([found.next.name, found.next.staffId])
      return { status: 200, body: { rows: found.people.map(shownPerson), next } }
    },
  }),
  route({
    method: 'PUT',
    path: '/people/{staffId}/roles',
    permission: 'people',
    summary: 'Give roles',
    description: 'All of them at once; what is left out is taken away. It counts with their next request.',
    tag,
    params,
    body: object({
      roles: list(roleSchema, 20),
      contractorId: optional(orNull(id('for a contractor’s person: whose jobs alone they see'))),
    }),
    example: { roles: ['case officer', 'team leader'] },
    answers: { 200: { says: 'The roles they have now', body: object({ roles: Type.Array(Type.String()) }) } },
    refuses: ['not found', 'not valid'],
    async handle({ store, acting, params: { staffId }, body: { roles, contractorId } }) {
      const asked = { staffId, roles, ...(contractorId !== undefined && { contractorId }) }
      const given = await giveRoles(store, acting, asked)
      return isRefused(given) ? given : { status: 200, body: given }
    },
  }),
  route({
    method: 'PUT',
    path: '/people/{staffId}/active',
    permission: 'people',
    summary: 'Stop a person, or let them in again',
    description: 'Who is stopped is signed out everywhere at once.',
    tag,
    params,
    body: object({ active: Type.Boolean() }),
    example: { active: false },
    answers: { 200: { says: 'Whether they may sign in now', body: object({ active: Type.Boolean() }) } },
    refuses: ['not found'],
    async handle({ store, acting, params: { staffId }, body: { active } }) {
      const set = await setActive(store, acting, { staffId, active })
      return isRefused(set) ? set : { status: 200, body: set }
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/{staffId}/second-factor',
    permission: 'people',
    summary: 'Take a person’s second factor away',
    description: 'For who lost their telephone. Whoever needs one sets up another at the next sign-in.',
    tag,
    params,
    answers: { 204: { says: 'It is gone, and they are signed out everywhere' } },
    refuses: ['not found', 'not valid'],
    async handle({ store, acting, params: { staffId } }) {
      const taken = await takeSecondFactorAway(store, acting, { staffId })
      return isRefused(taken) ? taken : { status: 204 }
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/{staffId}/sessions',
    permission: 'people',
    summary: 'End all sessions of a person',
    tag,
    params,
    answers: { 200: { says: 'How many there were', body: object({ ended: Type.Integer() }) } },
    refuses: ['not found'],
    async handle({ store, acting, params: { staffId } }) {
      const ended = await endPersonsSessions(store, acting, { staffId })
      return isRefused(ended) ? ended : { status: 200, body: ended }
    },
  }),
  route({
    method: 'GET',
    path: '/people-log',
    permission: 'people',
    summary: 'Read what was changed about people and keys',
    tag,
    query: object(paging),
    answers: {
      200: {
        says: 'Changes, the newest first',
        body: page(
          object({
            at: instant('when'),
            actor: Type.String({ description: 'by whom' }),
            did: Type.String(),
            staffId: orNull(Type.String()),
            keyId: orNull(Type.String()),
            detail: anything('ids and codes'),
          }),
        ),
      },
    },
    async handle({ store, acting, query }) {
      const limit = query.limit ?? 50
      const before = keyFrom(query.after, ['count'])?.[0]
      const entries = await readPeopleLog(store, acting, { before, limit })
      if (isRefused(entries)) return entries
      const last = entries.at(-1)
      const rows = entries.map(({ at, actor, did, staffId, keyId, detail }) => ({
        at: writtenAt(at),
        actor,
        did,
        staffId,
        keyId,
        detail,
      }))
      const next = entries.length < limit || last === undefined ? null : cursorOf([last.entry])
      return { status: 200, body: { rows, next } }
    },
  }),
]

/** Whoever asks: who they are, and where they are signed in. */
export const ownRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me',
    permission: 'signed in',
    summary: 'Tell who I am',
    tag,
    answers: {
      200: {
        says: 'On whose behalf this request acts, and what it may do',
        body: object({
          by: Type.String({ description: '`staff:…` or `key:…`, as events and logs name it' }),
          staffId: orNull(Type.String()),
          contractorId: orNull(Type.String()),
          may: Type.Array(Type.String()),
        }),
      },
    },
    async handle({ acting: { by, staffId = null, contractorId = null, may } }) {
      const known = Object.keys(permissions).filter((permission) => may.has(permission as never))
      return { status: 200, body: { by, staffId, contractorId, may: known } }
    },
  }),
  route({
    method: 'GET',
    path: '/me/sessions',
    permission: 'signed in',
    summary: 'List my sessions',
    tag,
    answers: { 200: { says: 'The newest first', body: object({ sessions: Type.Array(sessionSchema) }) } },
    async handle({ store, acting }) {
      const sessions = await listMySessions(store, acting)
      return isRefused(sessions) ? sessions : { status: 200, body: { sessions: sessions.map(shownSession) } }
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/sessions/{sessionId}',
    permission: 'signed in',
    summary: 'End one of my sessions',
    tag,
    params: object({ sessionId: id('the session') }),
    answers: { 204: { says: 'It is over' } },
    refuses: ['not found'],
    async handle({ store, acting, params: { sessionId } }) {
      const ended = await endMySessions(store, acting, { sessionId })
      return isRefused(ended) ? ended : { status: 204 }
    },
  }),
]

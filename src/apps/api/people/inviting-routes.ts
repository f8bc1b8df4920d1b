import { isRefused } from '#core/refused.ts'
import { type Route, route } from '#http/api/route.ts'
import { id, list, object, optional, text } from '#http/api/schema.ts'
import { addPerson } from '#store/people/add-person.ts'
import { inviteAgain, unlock } from '#store/people/change-people.ts'
import type { Door } from '#store/people/door.ts'
import { roleSchema } from './person-shown.ts'

const tag = 'People'
const params = object({ staffId: id('the member of staff') })
const invited = object({ staffId: id('the member of staff') })

/** What takes the door beside the store: links in mails bear our address, and locks are known by its secret. */
export function invitingRoutes(door: Door): readonly Route[] {
  return [
    route({
      method: 'POST',
      path: '/people',
      permission: 'people',
      summary: 'Let a person sign in',
      description:
        'Adds them to the staff where they are not in it, and invites them by e-mail to choose a password.',
      tag,
      body: object({
        name: text('their full name', 200, { minLength: 1 }),
        email: text('where the invitation goes', 254),
        roles: list(roleSchema, 20),
        staffId: optional(id('who they are in the staff list, where it is not found by the e-mail address')),
        contractorId: optional(id('for a contractor’s person: whose jobs alone they see')),
      }),
      example: { name: 'Ann Archer', email: 'ann@example.org', roles: ['case officer'] },
      answers: { 201: { says: 'They are invited', body: invited } },
      refuses: ['not valid', 'already there', 'not found'],
      async handle({ store, acting, body }) {
        const added = await addPerson(store, acting, { door, person: body })
        return isRefused(added) ? added : { status: 201, body: { staffId: added.staffId } }
      },
    }),
    route({
      method: 'POST',
      path: '/people/{staffId}/invitations',
      permission: 'people',
      summary: 'Invite a person again',
      tag,
      params,
      answers: { 202: { says: 'Another link is on its way; those before no longer work', body: invited } },
      refuses: ['not found', 'not valid'],
      async handle({ store, acting, params: { staffId } }) {
        const again = await inviteAgain(store, acting, { door, staffId })
        return isRefused(again) ? again : { status: 202, body: { staffId } }
      },
    }),
    route({
      method: 'DELETE',
      path: '/people/{staffId}/lock',
      permission: 'people',
      summary: 'Unlock a person’s sign-in',
      tag,
      params,
      answers: { 204: { says: 'They can try again' } },
      refuses: ['not found'],
      async handle({ store, acting, params: { staffId } }) {
        const unlocked = await unlock(store, acting, { door, staffId })
        return isRefused(unlocked) ? unlocked : { status: 204 }
      },
    }),
  ]
}

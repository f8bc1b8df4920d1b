import { Type } from 'typebox'
import { type Role, roles } from '#core/people/role.ts'
import { id, instant, object, oneOf, orNull } from '#http/api/schema.ts'
import { writtenAt } from '#http/api/written.ts'
import type { SessionShown } from '#store/people/my-sessions.ts'
import type { PersonShown } from '#store/people/people.ts'

/** One of the roles. */
export const roleSchema = oneOf(Object.keys(roles) as Role[], 'what somebody is')

/** A person as answered. */
export const personSchema = object({
  staffId: id('the member of staff'),
  name: Type.String(),
  email: orNull(Type.String()),
  roles: Type.Array(Type.String()),
  contractorId: orNull(Type.String({ description: 'whose jobs alone they see' })),
  active: Type.Boolean({ description: 'false for who was stopped' }),
  hasSignIn: Type.Boolean({ description: 'whether they may sign in at all' }),
  hasPassword: Type.Boolean({ description: 'false until they took up their invitation' }),
  hasSecondFactor: Type.Boolean(),
  signedInAt: orNull(instant('when they last signed in')),
})

/** A person in the words of the API. */
export function shownPerson(person: PersonShown) {
  const { signedInAt, comesByOpenid: _comesByOpenid, ...rest } = person
  return { ...rest, signedInAt: signedInAt === null ? null : writtenAt(signedInAt) }
}

/** A session as answered. */
export const sessionSchema = object({
  sessionId: id('the session'),
  browser: Type.String(),
  madeAt: instant('when it began'),
  seenAt: instant('when it was last seen, to five minutes'),
})

/** A session in the words of the API. */
export function shownSession({ sessionId, browser, madeAt, seenAt }: SessionShown) {
  return { sessionId, browser, madeAt: writtenAt(madeAt), seenAt: writtenAt(seenAt) }
}

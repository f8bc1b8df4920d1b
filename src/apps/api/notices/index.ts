import { Type } from 'typebox'
import { isRefused } from '#core/refused.ts'
import { type Route, route } from '#http/api/route.ts'
import { date, id, instant, object, oneOf, orNull } from '#http/api/schema.ts'
import { writtenAt, writtenOn } from '#http/api/written.ts'
import { chooseHowToBeTold, howToBeTold, myNotices } from '#store/jobs/notices/my-notices.ts'

const tag = 'Notices'

const noticesRoute = route({
  method: 'GET',
  path: '/me/notices',
  permission: 'cases.read',
  summary: 'List what I was told is due or overdue',
  description: 'The latest first, 50 at the most. A program has none.',
  tag,
  answers: {
    200: {
      says: 'The notices',
      body: object({
        notices: Type.Array(
          object({
            case: id('the case'),
            kind: Type.String({ description: 'the kind of the case' }),
            promise: Type.String({ description: 'the promise’s id' }),
            n: Type.Integer({ description: 'which clock of the promise on the case' }),
            occasion: oneOf(['due', 'overdue'], 'what it is about'),
            dueOn: orNull(date('the date it is due on, where days are counted')),
            keepsUntil: instant('the last instant at which a stop still keeps it'),
            madeAt: instant('when it was noticed'),
            toldAt: orNull(instant('when it was told by mail')),
          }),
        ),
      }),
    },
  },
  async handle({ store, acting }) {
    const found = await myNotices(store, acting)
    if (isRefused(found)) return found
    const notices = found.map(
      ({ caseId, kind, promise, n, occasion, dueOn, keepsUntil, madeAt, toldAt }) => ({
        case: caseId,
        kind,
        promise,
        n,
        occasion,
        dueOn: writtenOn(dueOn),
        keepsUntil: writtenAt(keepsUntil),
        madeAt: writtenAt(madeAt),
        toldAt: writtenAt(toldAt),
      }),
    )
    return { status: 200, body: { notices } }
  },
})

const how = object({
  how: oneOf(
    ['digest', 'at once', 'none'],
    'each working morning together, each as it becomes overdue, or not at all',
  ),
})

const howRoute = route({
  method: 'GET',
  path: '/me/notices/how',
  permission: 'cases.read',
  summary: 'Read how I want to be told',
  tag,
  answers: { 200: { says: 'How', body: how } },
  async handle({ store, acting }) {
    const found = await howToBeTold(store, acting)
    return isRefused(found) ? found : { status: 200, body: found }
  },
})

const chooseRoute = route({
  method: 'PUT',
  path: '/me/notices/how',
  permission: 'cases.read',
  summary: 'Choose how I want to be told',
  tag,
  body: how,
  answers: { 200: { says: 'How, from now on', body: how } },
  async handle({ store, acting, body }) {
    const chosen = await chooseHowToBeTold(store, acting, body.how)
    return isRefused(chosen) ? chosen : { status: 200, body: chosen }
  },
})

/** What a member of staff was told, and how they want to be. */
export const noticeRoutes: readonly Route[] = [noticesRoute, howRoute, chooseRoute]

import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { type LearningAction, readAction } from '#store/learning/actions.ts'
import { type ActionTyped, addAction, changeAction } from '#store/learning/change-actions.ts'
import { finishAction } from '#store/learning/finish-actions.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { codeWords } from '../acts/field-words.ts'
import { dayFromFields } from '../times.ts'
import { ActionForm, DoneForm } from './action-forms.tsx'

type Asked = PageAsked<Visitor>

/** Writing down an action, changing it, and noting that it was done. */
export const actionFormPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/learning/actions/new',
    who: 'learning.write',
    handle: async (asked) => actionForm(asked, asked.query, []),
  }),
  pageRoute({
    method: 'POST',
    path: '/learning/actions/new',
    who: 'learning.write',
    handle: async (asked) => saved(asked, (typed) => addAction(asked.store, asked.visitor.acting, typed)),
  }),
  pageRoute({
    method: 'GET',
    path: '/learning/actions/:actionId/change',
    who: 'learning.write',
    handle: async (asked) => {
      const action = await actionAsked(asked)
      return isRefused(action) ? action : actionForm(asked, fieldsOf(action), [])
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/learning/actions/:actionId/change',
    who: 'learning.write',
    handle: async (asked) => {
      const actionId = asked.params['actionId'] ?? ''
      return saved(asked, (typed) => changeAction(asked.store, asked.visitor.acting, { actionId, typed }))
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/learning/actions/:actionId/done',
    who: 'learning.write',
    handle: async (asked) => {
      const action = await actionAsked(asked)
      return isRefused(action) ? action : doneForm(asked, fieldsOf(action), [])
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/learning/actions/:actionId/done',
    who: 'learning.write',
    handle: finished,
  }),
]

async function saved(
  asked: Asked,
  save: (typed: ActionTyped) => Promise<string | Refused>,
): Promise<PageAnswer | Refused> {
  const typed = typedIn(asked)
  const actionId = isRefused(typed) ? typed : await save(typed)
  if (!isRefused(actionId)) return { goTo: local`/learning/actions/${actionId}?done=saved` }
  return actionId.because === 'not found' ? actionId : actionForm(asked, asked.fields, [faultOf(actionId)])
}

function typedIn({ store, fields }: Asked): ActionTyped | Refused {
  const dueOn = dayFromFields(fields, 'due', store.now())
  if (isRefused(dueOn)) return dueOn
  if (dueOn === undefined) return refused('not valid', 'no date is given', 'say by when it is done', '/due')
  const caseIds = textIn(fields, 'cases').split(/[,\s]+/)
  return {
    what: longTextIn(fields, 'what').trim(),
    theme: textIn(fields, 'theme'),
    ownerId: textIn(fields, 'owner'),
    dueOn,
    caseIds: caseIds.filter((id) => id !== ''),
  }
}

async function finished(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const doneOn = dayFromFields(fields, 'doneOn', store.now())
  const typed = doneOn ?? refused('not valid', 'no day is given', 'say when it was done', '/doneOn')
  const done = isRefused(typed)
    ? typed
    : await finishAction(store, visitor.acting, {
        actionId: params['actionId'] ?? '',
        doneOn: typed,
        youSaid: longTextIn(fields, 'youSaid').trim(),
        weDid: longTextIn(fields, 'weDid').trim(),
      })
  if (!isRefused(done)) return { goTo: local`/learning/actions/${done}?done=saved` }
  return done.because === 'not found' ? done : doneForm(asked, fields, [faultOf(done)])
}

async function actionAsked({ store, visitor, params }: Asked): Promise<LearningAction | Refused> {
  return readAction(store, visitor.acting, params['actionId'] ?? '')
}

function fieldsOf({ what, theme, ownerId, dueOn, caseIds, doneOn, youSaid, weDid }: LearningAction): Fields {
  return {
    what,
    theme,
    owner: ownerId,
    due: formatDay(dueOn),
    cases: caseIds.join(', '),
    doneOn: doneOn === null ? '' : formatDay(doneOn),
    youSaid: youSaid ?? '',
    weDid: weDid ?? '',
  }
}

async function actionForm(asked: Asked, fields: Fields, faults: readonly Fault[]): Promise<PageAnswer> {
  const { store, visitor, params, formToken } = asked
  const actionId = params['actionId']
  const staff = await staffOf(store, visitor.acting)
  return {
    title: 'What will be done',
    back: { href: local`/learning`, text: 'Learning from complaints' },
    faults,
    content: (
      <ActionForm
        action={
          actionId === undefined ? local`/learning/actions/new` : local`/learning/actions/${actionId}/change`
        }
        token={formToken}
        fields={fields}
        faults={faults}
        staff={staff
          .filter(({ active }) => active)
          .map(({ staffId, name }) => ({ value: staffId, label: name }))}
        themes={themes.map((code) => ({ value: code, label: codeWords(code) }))}
      />
    ),
  }
}

function doneForm({ params, formToken }: Asked, fields: Fields, faults: readonly Fault[]): PageAnswer {
  const actionId = params['actionId'] ?? ''
  return {
    title: 'What was done',
    back: { href: local`/learning/actions/${actionId}`, text: 'Action' },
    faults,
    content: (
      <DoneForm
        action={local`/learning/actions/${actionId}/done`}
        token={formToken}
        fields={fields}
        faults={faults}
      />
    ),
  }
}

/** What complaints are about, as they are recorded. */
const themes = [
  'repair',
  'information',
  'behaviour',
  'application',
  'standard',
  'charge',
  'delay',
  'how-a-dispute-was-handled',
  'other',
] as const

import { isRefused, type Refused } from '#core/refused.ts'
import { askingFor, invitingFor, nameFor, type PromisedSurvey } from '#core/surveys/promised.ts'
import { type Inviting, usualInviting } from '#core/surveys/survey.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { dutyChoices } from '../duties/duty-choices.ts'
import { teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { listSurveys, readSurvey, type SurveyRead } from '#store/surveys/read-surveys.ts'
import { saveSurvey, setSurveyState, type SurveyTyped } from '#store/surveys/save-survey.ts'
import { roundPages } from './round-pages.tsx'
import { SurveyForm } from './survey-form.tsx'
import { surveyTyped } from './typed.ts'

type Asked = PageAsked<Visitor>

/** Making a survey, changing it, opening and closing it. */
export const formPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/surveys/new', who: 'surveys.write', handle: newSurvey }),
  pageRoute({ method: 'POST', path: '/surveys/new', who: 'surveys.write', handle: addSurvey }),
  pageRoute({ method: 'GET', path: '/surveys/:surveyId/change', who: 'surveys.write', handle: changePage }),
  pageRoute({
    method: 'POST',
    path: '/surveys/:surveyId/change',
    who: 'surveys.write',
    handle: changeSurvey,
  }),
  pageRoute({ method: 'POST', path: '/surveys/:surveyId/state', who: 'surveys.write', handle: moveSurvey }),
  ...roundPages,
]

async function newSurvey(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const list = await listSurveys(store, visitor.acting)
  if (isRefused(list)) return list
  const promised = list.promised.find(({ code }) => code === textIn(query, 'code'))
  return form(asked, { typed: startingFor(promised), promised, faults: [] })
}

function startingFor(promised: PromisedSurvey | undefined): SurveyTyped {
  if (promised === undefined)
    return {
      code: '',
      name: '',
      asking: { introduction: '', questions: [], bands: [] },
      inviting: usualInviting,
    }
  return {
    code: promised.code,
    name: nameFor(promised.code),
    asking: askingFor(promised),
    inviting: invitingFor(promised),
  }
}

async function addSurvey(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields } = asked
  const typed = surveyTyped(fields, textIn(fields, 'code'))
  const saved = await saveSurvey(store, visitor.acting, { typed })
  if (!isRefused(saved)) return { goTo: local`/surveys/${saved.surveyId}?done=saved` }
  return form(asked, { typed, promised: undefined, faults: [faultOf(saved)] })
}

async function changePage(asked: Asked): Promise<PageAnswer | Refused> {
  const read = await readSurvey(asked.store, asked.visitor.acting, asked.params['surveyId'] ?? '')
  if (isRefused(read)) return read
  return form(asked, { typed: read.survey, promised: read.promised, read, faults: [] })
}

async function changeSurvey(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, params } = asked
  const surveyId = params['surveyId'] ?? ''
  const read = await readSurvey(store, visitor.acting, surveyId)
  if (isRefused(read)) return read
  const typed = surveyTyped(fields, read.survey.code)
  const expected = Number(textIn(fields, 'version') || Number.NaN)
  const saved = await saveSurvey(store, visitor.acting, { surveyId, expected, typed })
  if (!isRefused(saved)) return { goTo: local`/surveys/${surveyId}?done=saved` }
  return form(asked, { typed, promised: read.promised, read, faults: [faultOf(saved)] })
}

async function moveSurvey({ store, visitor, fields, params }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const state = textIn(fields, 'state') === 'closed' ? 'closed' : 'open'
  const moved = await setSurveyState(store, visitor.acting, { surveyId, state })
  return isRefused(moved) ? moved : { goTo: local`/surveys/${surveyId}?done=${state}` }
}

interface FormShown {
  readonly typed: SurveyTyped
  readonly promised: PromisedSurvey | undefined
  readonly faults: readonly Fault[]
  /** The survey that is changed; none where it is new. */
  readonly read?: SurveyRead
}

async function form(asked: Asked, { typed, promised, faults, read }: FormShown): Promise<PageAnswer> {
  const { store, visitor, fields, formToken } = asked
  const title = read === undefined ? 'Make a survey' : `Change “${read.survey.name}”`
  const action = read === undefined ? local`/surveys/new` : local`/surveys/${read.survey.surveyId}/change`
  const back =
    read === undefined
      ? { text: 'All surveys', href: local`/surveys` }
      : { text: read.survey.name, href: local`/surveys/${read.survey.surveyId}` }
  return {
    title,
    back,
    faults,
    ...(faults.length > 0 && { status: 422 }),
    content: (
      <SurveyForm
        title={title}
        action={action}
        token={formToken}
        typed={typed}
        promised={promised}
        teams={(await teamsOf(store, visitor.acting)).filter(({ ended }) => !ended)}
        duties={await dutyChoices(asked)}
        faults={faults}
        numbers={(name) => (faults.length > 0 ? textIn(fields, name) : numberText(typed.inviting, name))}
        {...(read !== undefined && { version: read.survey.version })}
      />
    ),
  }
}

function numberText(inviting: Inviting, name: keyof Inviting): string {
  const value = inviting[name]
  return typeof value === 'number' ? String(value) : ''
}

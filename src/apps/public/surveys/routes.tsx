import { isRefused, type Refused } from '#core/refused.ts'
import { answersFrom } from '#core/surveys/answers.ts'
import { codeText, readCode } from '#core/surveys/token-code.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { faultOf } from '#http/layout/fault.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import {
  type PublicAnswer,
  type PublicAsked,
  type PublicRoute,
  publicRoute,
} from '#http/public/public-route.ts'
import { answerSurvey, type AskedOfOne, readAsked } from '#store/surveys/answer.ts'
import { optOut } from '#store/surveys/opt-out.ts'
import { AnswerForm, CodeForm, NoLongerOpen, NoMoreForm, SaidThanks, SaidNoMore } from './views.tsx'

/** Where customers answer what they were asked. The code in the address is all the leave there is, and none of it is kept by anybody. */
export const surveyRoutes: readonly PublicRoute[] = [
  publicRoute({ method: 'GET', path: '/surveys', cache: 'never', handle: async (asked) => codePage(asked) }),
  publicRoute({ method: 'POST', path: '/surveys', cache: 'never', handle: async (asked) => goToCode(asked) }),
  publicRoute({
    method: 'GET',
    path: '/surveys/thanks',
    cache: 'never',
    handle: async () => ({ title: 'Thank you', content: <SaidThanks />, alone: true }),
  }),
  publicRoute({
    method: 'GET',
    path: '/surveys/stopped',
    cache: 'never',
    handle: async () => ({ title: 'We will not ask you again', content: <SaidNoMore />, alone: true }),
  }),
  publicRoute({ method: 'GET', path: '/surveys/:token', cache: 'never', handle: showSurvey }),
  publicRoute({ method: 'POST', path: '/surveys/:token', cache: 'never', handle: takeAnswers }),
  publicRoute({ method: 'GET', path: '/surveys/:token/no-more', cache: 'never', handle: showNoMore }),
  publicRoute({ method: 'POST', path: '/surveys/:token/no-more', cache: 'never', handle: takeNoMore }),
]

function codePage({ landlord }: PublicAsked, typed = '', faults: readonly Fault[] = []): PublicAnswer {
  return {
    title: 'Answer a survey',
    content: <CodeForm action={local`/public/${landlord.slug}/surveys`} typed={typed} faults={faults} />,
    faults,
    alone: true,
    ...(faults.length > 0 && { status: 422 }),
  }
}

function goToCode(asked: PublicAsked): PublicAnswer {
  const typed = textIn(asked.fields, 'code')
  const code = readCode(typed)
  if (code !== undefined) return { goTo: local`/public/${asked.landlord.slug}/surveys/${codeText(code)}` }
  const says = 'This is no code of ours. A code has 16 letters and digits, in four groups of four.'
  return codePage(asked, typed, [{ field: 'code', says }])
}

async function showSurvey(asked: PublicAsked): Promise<PublicAnswer | Refused> {
  const found = await surveyAsked(asked)
  if (found === undefined) return noLongerOpen
  return surveyPage(asked, found, [])
}

async function takeAnswers(asked: PublicAsked): Promise<PublicAnswer | Refused> {
  const { store, acting, landlord, fields } = asked
  const found = await surveyAsked(asked)
  if (found === undefined) return noLongerOpen
  const answered = answersFrom(found.asking, (name) => longTextIn(fields, name))
  if (!('answers' in answered)) return surveyPage(asked, found, answered.map(faultOf))
  const done = await answerSurvey(store, acting, {
    named: { code: tokenOf(asked) },
    edition: found.edition,
    answered,
    channel: 'link',
    noMore: textIn(fields, 'no-more') === 'yes',
  })
  if (!isRefused(done)) return { goTo: local`/public/${landlord.slug}/surveys/thanks` }
  return done.because === 'not found' ? noLongerOpen : surveyPage(asked, found, [faultOf(done)])
}

async function showNoMore(asked: PublicAsked): Promise<PublicAnswer | Refused> {
  const found = await surveyAsked(asked)
  if (found === undefined) return noLongerOpen
  const action = local`/public/${asked.landlord.slug}/surveys/${tokenOf(asked)}/no-more`
  return { title: 'Do not ask me again', content: <NoMoreForm action={action} />, alone: true }
}

async function takeNoMore(asked: PublicAsked): Promise<PublicAnswer | Refused> {
  const { store, acting, landlord } = asked
  const done = await optOut(store, acting, { code: tokenOf(asked) })
  if (!isRefused(done)) return { goTo: local`/public/${landlord.slug}/surveys/stopped` }
  return done.because === 'not found' ? noLongerOpen : done
}

function surveyPage(asked: PublicAsked, found: AskedOfOne, faults: readonly Fault[]): PublicAnswer {
  const { landlord, fields } = asked
  const address = local`/public/${landlord.slug}/surveys/${tokenOf(asked)}`
  return {
    title: found.name,
    content: (
      <AnswerForm
        action={address}
        noMore={local`/public/${landlord.slug}/surveys/${tokenOf(asked)}/no-more`}
        name={found.name}
        asking={found.asking}
        typed={(name) => longTextIn(fields, name)}
        faults={faults}
      />
    ),
    faults,
    alone: true,
    ...(faults.length > 0 && { status: 422 }),
  }
}

/** What is asked by the code in the address; nothing where it is used, too old, or was never given, told alike. */
async function surveyAsked(asked: PublicAsked): Promise<AskedOfOne | undefined> {
  const found = await readAsked(asked.store, asked.acting, { code: tokenOf(asked) })
  return isRefused(found) ? undefined : found
}

function tokenOf({ params }: PublicAsked): string {
  return params['token'] ?? ''
}

const noLongerOpen: PublicAnswer = {
  status: 404,
  title: 'This link is no longer open',
  content: <NoLongerOpen />,
  alone: true,
}

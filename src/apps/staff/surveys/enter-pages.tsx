import { isRefused, type Refused } from '#core/refused.ts'
import { answersFrom } from '#core/surveys/answers.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { answerSurvey, type Answering, readAsked } from '#store/surveys/answer.ts'
import { optOut } from '#store/surveys/opt-out.ts'
import { printSurveyLetters } from '#store/surveys/print-letters.ts'
import { readSurvey } from '#store/surveys/read-surveys.ts'
import { endRinging, listToRing } from '#store/surveys/ring.ts'
import { dayText, todayOf } from '../times.ts'
import { EnterAnswers, RingEnded, RingList } from './enter.tsx'
import { surveyLetters } from './letters.ts'

type Asked = PageAsked<Visitor>

/** Reaching those who are not reached by mail: letters, the telephone, and answers on paper. */
export const enterPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/surveys/:surveyId/enter',
    who: 'surveys.enter',
    handle: async (asked) => paperForm(asked, []),
  }),
  pageRoute({ method: 'POST', path: '/surveys/:surveyId/enter', who: 'surveys.enter', handle: takePaper }),
  pageRoute({ method: 'POST', path: '/surveys/:surveyId/letters', who: 'surveys.enter', handle: letters }),
  pageRoute({ method: 'GET', path: '/surveys/:surveyId/ring', who: 'surveys.enter', handle: ringList }),
  pageRoute({
    method: 'GET',
    path: '/surveys/:surveyId/ring/:invitationId',
    who: 'surveys.enter',
    handle: async (asked) => spokenForm(asked, []),
  }),
  pageRoute({
    method: 'POST',
    path: '/surveys/:surveyId/ring/:invitationId',
    who: 'surveys.enter',
    handle: takeSpoken,
  }),
  pageRoute({
    method: 'POST',
    path: '/surveys/:surveyId/ring/:invitationId/end',
    who: 'surveys.enter',
    handle: endCall,
  }),
]

async function paperForm(asked: Asked, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields, formToken } = asked
  const surveyId = params['surveyId'] ?? ''
  const read = await readSurvey(store, visitor.acting, surveyId)
  if (isRefused(read)) return read
  const { name, asking, edition } = read.survey
  return {
    title: 'Type in a paper answer',
    back: { text: name, href: local`/surveys/${surveyId}` },
    faults,
    ...(faults.length > 0 && { status: 422 }),
    content: (
      <EnterAnswers
        title="Type in a paper answer"
        says="Type in what stands on the paper, and then destroy it: nothing leads from the answers to the person."
        action={local`/surveys/${surveyId}/enter`}
        token={formToken}
        asking={asking}
        edition={edition}
        typed={(field) => longTextIn(fields, field)}
        faults={faults}
        asksForCode
      />
    ),
  }
}

async function takePaper(asked: Asked): Promise<PageAnswer | Refused> {
  const named = { code: textIn(asked.fields, 'code') }
  const faults = await taken(asked, { named, channel: 'paper' })
  return faults === undefined
    ? { goTo: local`/surveys/${asked.params['surveyId'] ?? ''}?done=entered` }
    : paperForm(asked, faults)
}

async function spokenForm(asked: Asked, faults: readonly Fault[]): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields, formToken } = asked
  const [surveyId, invitationId] = [params['surveyId'] ?? '', params['invitationId'] ?? '']
  const found = await readAsked(store, visitor.acting, { invitationId })
  if (isRefused(found)) return found
  const here = local`/surveys/${surveyId}/ring/${invitationId}`
  return {
    title: 'Type in what they say',
    back: { text: 'Whom to ring', href: local`/surveys/${surveyId}/ring` },
    faults,
    ...(faults.length > 0 && { status: 422 }),
    content: (
      <EnterAnswers
        title="Type in what they say"
        says={found.asking.introduction}
        action={here}
        token={formToken}
        asking={found.asking}
        edition={found.edition}
        typed={(field) => longTextIn(fields, field)}
        faults={faults}
        asksForCode={false}
      >
        <RingEnded action={local`/surveys/${surveyId}/ring/${invitationId}/end`} token={formToken} />
      </EnterAnswers>
    ),
  }
}

async function takeSpoken(asked: Asked): Promise<PageAnswer | Refused> {
  const { surveyId = '', invitationId = '' } = asked.params
  const faults = await taken(asked, { named: { invitationId }, channel: 'telephone' })
  return faults === undefined ? { goTo: local`/surveys/${surveyId}?done=entered` } : spokenForm(asked, faults)
}

/** What is wrong with what was typed in; nothing where it was taken. */
async function taken(
  { store, visitor, fields }: Asked,
  { named, channel }: Pick<Answering, 'named' | 'channel'>,
): Promise<readonly Fault[] | undefined> {
  const found = await readAsked(store, visitor.acting, named)
  if (isRefused(found)) return [faultOf(found)]
  const answered = answersFrom(found.asking, (name) => longTextIn(fields, name))
  if (!('answers' in answered)) return answered.map(faultOf)
  const done = await answerSurvey(store, visitor.acting, {
    named,
    edition: found.edition,
    answered,
    channel,
    noMore: textIn(fields, 'no-more') === 'yes',
  })
  return isRefused(done) ? [faultOf(done)] : undefined
}

async function letters({ store, door, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const { acting, landlord } = visitor
  const read = await readSurvey(store, acting, surveyId)
  if (isRefused(read)) return read
  const ground = {
    landlord: landlord.name,
    date: dayText(todayOf(store.now())),
    site: `${door.origin}/public/${landlord.slug}/surveys`,
    questions: read.survey.asking.questions,
    bands: read.survey.asking.bands,
  }
  const bytes = await printSurveyLetters(store, acting, {
    surveyId,
    print: (waiting, office) => surveyLetters(waiting, { ...ground, office }),
  })
  if (isRefused(bytes)) return bytes
  // They cannot be had twice, so they are kept as a file and not only shown.
  return { file: { name: `letters-${read.survey.code}.pdf`, type: 'application/pdf', bytes, keep: true } }
}

async function ringList({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const read = await readSurvey(store, visitor.acting, surveyId)
  if (isRefused(read)) return read
  const people = await listToRing(store, visitor.acting, surveyId)
  if (isRefused(people)) return people
  return {
    title: 'Whom to ring',
    back: { text: read.survey.name, href: local`/surveys/${surveyId}` },
    content: <RingList name={read.survey.name} surveyId={surveyId} people={people} />,
  }
}

async function endCall({ store, visitor, params, fields }: Asked): Promise<PageAnswer | Refused> {
  const { surveyId = '', invitationId = '' } = params
  const how = textIn(fields, 'how')
  const ended =
    how === 'no-more'
      ? await optOut(store, visitor.acting, { invitationId })
      : await endRinging(store, visitor.acting, { invitationId, reached: how === 'declined' })
  return isRefused(ended) ? ended : { goTo: local`/surveys/${surveyId}?done=rung` }
}

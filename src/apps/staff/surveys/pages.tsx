import { isRefused, type Refused } from '#core/refused.ts'
import { askingHours } from '#core/surveys/asking-hours.ts'
import { local } from '#http/html/local.ts'
import { textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { SurveyQuestions } from '#http/surveys/questions.tsx'
import { teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { readSurveyComments } from '#store/surveys/comments.ts'
import { listSurveys, readSurvey } from '#store/surveys/read-surveys.ts'
import { countAnswers, countGroups, listAnswers } from '#store/surveys/results.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { answersFile } from './answers-file.ts'
import { groupedBy } from './breakdown.tsx'
import { enterPages } from './enter-pages.tsx'
import { CommentsView } from './enter.tsx'
import { formPages } from './form-pages.tsx'
import { SurveysList } from './list.tsx'
import { OneSurvey } from './one.tsx'
import { chosenOf, roundAsked, roundCode, roundsShown } from './rounds.tsx'
import { wishPages } from './wish-pages.tsx'

type Asked = PageAsked<Visitor>

/** Surveys: what customers are asked, who answered, and what. */
export const surveyPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/surveys',
    who: 'surveys.enter',
    alsoWith: 'figures.read',
    handle: surveyList,
  }),
  ...wishPages,
  ...formPages,
  pageRoute({
    method: 'GET',
    path: '/surveys/:surveyId',
    who: 'surveys.enter',
    alsoWith: 'figures.read',
    handle: oneSurvey,
  }),
  pageRoute({
    method: 'GET',
    path: '/surveys/:surveyId/preview',
    who: 'surveys.enter',
    alsoWith: 'figures.read',
    handle: preview,
  }),
  pageRoute({ method: 'GET', path: '/surveys/:surveyId/comments', who: 'words.read', handle: comments }),
  pageRoute({
    method: 'GET',
    path: '/surveys/:surveyId/answers.csv',
    who: 'figures.read',
    handle: answersCsv,
  }),
  ...enterPages,
]

async function surveyList(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor } = asked
  const { may } = visitor.acting
  const list = await listSurveys(store, visitor.acting)
  if (isRefused(list)) return list
  return {
    title: 'Surveys',
    wide: true,
    content: (
      <>
        <PerformancePlaces asked={asked} current="/surveys" />
        <SurveysList
          {...list}
          mayWrite={may.has('surveys.write')}
          mayEnter={may.has('surveys.enter')}
          maySee={may.has('figures.read')}
        />
      </>
    ),
  }
}

async function oneSurvey(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const { acting } = visitor
  const surveyId = params['surveyId'] ?? ''
  const read = await readSurvey(store, acting, surveyId)
  if (isRefused(read)) return read
  const sees = acting.may.has('figures.read')
  const by = groupedBy(textIn(query, 'by'), read.survey.asking.bands)
  const answered = sees ? await countAnswers(store, acting, surveyId) : []
  if (isRefused(answered)) return answered
  const rounds = roundsShown(read, answered)
  const chosen = chosenOf(rounds, roundAsked(read, query))
  const { round } = chosen
  const grouped =
    sees && by !== undefined ? await countGroups(store, acting, { surveyId, round, by }) : undefined
  if (isRefused(grouped)) return grouped
  const teams = new Map((await teamsOf(store, acting)).map(({ id, name }) => [id, name]))
  return {
    title: read.survey.name,
    wide: true,
    back: { text: 'All surveys', href: local`/surveys` },
    notice: notices[textIn(query, 'done')],
    content: (
      <OneSurvey
        {...read}
        rounds={rounds}
        chosen={chosen}
        sees={sees}
        by={by}
        grouped={grouped}
        teams={teams}
        may={(what) => acting.may.has(what)}
        token={formToken}
      />
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  saved: 'The survey is saved.',
  open: 'The survey is open. Whatever happens from now on is asked about.',
  closed: 'The survey is closed. Nobody is asked any more.',
  round: `Everybody is being asked. E-mails go ${askingHours}, and it takes some minutes until all have gone.`,
  entered: 'The answers are kept.',
  rung: 'It is noted.',
}

async function preview({ store, visitor, params }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const read = await readSurvey(store, visitor.acting, surveyId)
  if (isRefused(read)) return read
  const { name, asking, edition } = read.survey
  return {
    title: name,
    back: { text: name, href: local`/surveys/${surveyId}` },
    content: (
      <>
        <span class="govuk-caption-l">{`What people see, edition ${edition}`}</span>
        <h1 class="govuk-heading-l">{name}</h1>
        {asking.introduction.split(/\n\s*\n/).map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
        <SurveyQuestions asking={asking} typed={() => ''} faults={[]} />
      </>
    ),
  }
}

async function comments({ store, visitor, params, query }: Asked): Promise<PageAnswer | Refused> {
  const surveyId = params['surveyId'] ?? ''
  const { acting } = visitor
  const read = await readSurvey(store, acting, surveyId)
  if (isRefused(read)) return read
  const round = roundAsked(read, query)
  const found = await readSurveyComments(store, acting, { surveyId, round, after: textIn(query, 'after') })
  if (isRefused(found)) return found
  const texts = new Map(
    read.editions.flatMap(({ questions }) => questions).map(({ code, text }) => [code, text]),
  )
  return {
    title: 'What people wrote',
    back: { text: read.survey.name, href: local`/surveys/${surveyId}` },
    content: (
      <CommentsView
        name={read.survey.name}
        comments={found.comments}
        textOf={(question) => texts.get(question) ?? question}
        next={
          found.next === undefined
            ? undefined
            : local`/surveys/${surveyId}/comments?round=${roundCode(round)}&after=${found.next}`
        }
      />
    ),
  }
}

async function answersCsv(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query } = asked
  const surveyId = params['surveyId'] ?? ''
  const read = await readSurvey(store, visitor.acting, surveyId)
  if (isRefused(read)) return read
  const round = roundAsked(read, query)
  const rows = await listAnswers(store, visitor.acting, { surveyId, round })
  if (isRefused(rows)) return rows
  const bytes = Buffer.from(`\uFEFF${answersFile(rows)}`)
  const of = round === null ? '' : `-round-${round}`
  const name = `answers-${read.survey.code}${of}.csv`
  return { file: { name, type: 'text/csv; charset=utf-8', bytes, keep: true } }
}

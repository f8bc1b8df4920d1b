import { coursesToChoose } from '#core/duties/courses.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fields, listIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import {
  readPersonTraining,
  readTraining,
  readTrainingFile,
  type TrainingShown,
} from '#store/training/read-training.ts'
import { recordCourse, setJoined } from '#store/training/record-training.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { whoThereIs } from '../duties/pages.tsx'
import { paperTyped } from '../duties/paper.tsx'
import { NextPage } from '../next-page.tsx'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { dayFromFields, todayOf } from '../times.ts'
import { DayForm } from './day-form.tsx'
import { OnePerson } from './one-person.tsx'
import { isBehind, PersonList, TeamSums, WhichForm } from './person-list.tsx'

type Asked = PageAsked<Visitor>

/** What staff were trained in, what they owe, and training days. */
export const trainingPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/training', who: 'cases.read', handle: everybody }),
  pageRoute({
    method: 'GET',
    path: '/training/day',
    who: 'cases.read',
    handle: (asked) => dayPage(asked, { done: formatDay(todayOf(asked.store.now())), ...asked.query }),
  }),
  pageRoute({
    method: 'POST',
    path: '/training/day',
    who: 'cases.read',
    takesFiles: true,
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const doneOn = dayFromFields(fields, 'done', store.now()) ?? todayOf(store.now())
      const course = textIn(fields, 'course') || textIn(fields, 'another')
      const recorded =
        typeof doneOn === 'object'
          ? doneOn
          : await recordCourse(store, visitor.acting, {
              staffIds: listIn(fields, 'staff'),
              course,
              doneOn,
              ...paperTyped(asked),
            })
      if (!isRefused(recorded)) return { goTo: local`/training?done=recorded` }
      return recorded.because === 'not allowed' ? recorded : dayPage(asked, fields, recorded)
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/training/people/:staffId',
    who: 'cases.read',
    handle: (asked) => onePerson(asked, {}),
  }),
  pageRoute({
    method: 'POST',
    path: '/training/people/:staffId/joined',
    who: 'cases.read',
    handle: async (asked) => {
      const { store, visitor, params, fields } = asked
      const staffId = params['staffId'] ?? ''
      const there = await readPersonTraining(store, visitor.acting, staffId)
      if (isRefused(there)) return there
      const set = await joinedTyped(asked, staffId)
      if (!isRefused(set)) return { goTo: local`/training/people/${staffId}?done=joined` }
      return set.because === 'not allowed' ? set : onePerson(asked, fields, set)
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/training/files/:attachmentId',
    who: 'cases.read',
    handle: async ({ store, visitor, params }) => {
      const file = await readTrainingFile(store, visitor.acting, params['attachmentId'] ?? '')
      if (isRefused(file)) return file
      const { name, content } = file
      return { file: { name, type: 'application/octet-stream', bytes: content, keep: true } }
    },
  }),
]

async function joinedTyped({ store, visitor, fields }: Asked, staffId: string) {
  const joinedOn = dayFromFields(fields, 'joined', store.now())
  if (joinedOn === undefined)
    return refused('not valid', 'the day is missing', 'write the day they joined', '/joined')
  return typeof joinedOn === 'object' ? joinedOn : setJoined(store, visitor.acting, { staffId, joinedOn })
}

const notices: Readonly<Record<string, string>> = {
  recorded: 'The course is in the record of everybody who was there.',
  joined: 'The day is saved.',
}

const peopleOnAPage = 100

async function everybody(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const shown = await readTraining(store, visitor.acting)
  if (isRefused(shown)) return shown
  const now = store.now()
  const who = await whoThereIs(asked)
  const [team, show] = [textIn(query, 'team'), textIn(query, 'show')]
  const found = shown.people
    .filter((person) => team === '' || person.teamId === team)
    .filter((person) => show !== 'overdue' || isBehind(person, now))
    .toSorted((a, b) => Number(isBehind(b, now)) - Number(isBehind(a, now)))
  const from = Math.min(Math.max(0, Number.parseInt(textIn(query, 'from'), 10) || 0), found.length)
  const page = found.slice(from, from + peopleOnAPage)
  const nextFrom = from + peopleOnAPage
  const next =
    nextFrom < found.length ? local`/training?team=${team}&show=${show}&from=${String(nextFrom)}` : undefined
  return {
    title: 'Training',
    wide: true,
    notice: notices[textIn(query, 'done')],
    content: (
      <>
        <PerformancePlaces asked={asked} current="/training" />
        <h1 class="govuk-heading-l">{shown.seesEverybody ? 'Training' : 'Your training'}</h1>
        <p class="govuk-body">{intro(shown)}</p>
        {shown.mayRecord && (
          <p class="govuk-body">
            <a class="govuk-link" href={local`/training/day?team=${team}`}>
              Record a course
            </a>
          </p>
        )}
        {shown.seesEverybody && team === '' && <TeamSums people={shown.people} who={who} now={now} />}
        {shown.seesEverybody && <WhichForm who={who} team={team} show={show} />}
        <h2 class="govuk-heading-m">{peopleWords(found.length)}</h2>
        <PersonList people={page} says={saysOf(shown)} now={now} />
        <NextPage href={next} />
      </>
    ),
  }
}

function peopleWords(many: number): string {
  if (many === 0) return 'Nobody'
  return many === 1 ? '1 person' : `${many} people`
}

function intro({ promises }: TrainingShown): string {
  if (promises.length === 0)
    return 'No promise of ours is about training; what is recorded here counts for none.'
  return 'What each of our staff was trained in, and what they are due next. Who joins or leaves comes from the list of staff.'
}

function saysOf({ promises }: TrainingShown): ReadonlyMap<string, string> {
  return new Map(promises.map(({ id, promise }) => [id, promise]))
}

async function dayPage(asked: Asked, typed: Fields, fault?: Refused): Promise<PageAnswer | Refused> {
  const { store, visitor, query, formToken } = asked
  const shown = await readTraining(store, visitor.acting)
  if (isRefused(shown)) return shown
  if (!shown.mayRecord)
    return refused(
      'not found',
      'courses are recorded by whoever looks after training',
      'ask a performance officer to say who answers for it',
    )
  const team = textIn(query, 'team')
  const people = shown.people.filter((person) => team === '' || person.teamId === team)
  const faults = fault === undefined ? [] : simpleFaults(fault)
  return {
    title: 'Record a course',
    ...(faults.length > 0 && { status: 422 }),
    back: { href: local`/training`, text: 'Training' },
    faults,
    content: (
      <DayForm
        people={people}
        courses={coursesToChoose(
          shown.promises,
          shown.people.flatMap(({ record }) => record ?? []),
        )}
        typed={typed}
        faults={faults}
        token={formToken}
      />
    ),
  }
}

async function onePerson(asked: Asked, typed: Fields, fault?: Refused): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const found = await readPersonTraining(store, visitor.acting, params['staffId'] ?? '')
  if (isRefused(found)) return found
  const { person, papers, mayRecord } = found
  const who = await whoThereIs(asked)
  const faults = fault === undefined ? [] : simpleFaults(fault)
  return {
    title: 'Training',
    ...(faults.length > 0 && { status: 422 }),
    back: { href: local`/training`, text: 'Training' },
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    content: (
      <OnePerson
        person={person}
        team={who.teams.find(({ id }) => id === person.teamId)?.name}
        papers={papers}
        says={saysOf(found)}
        now={store.now()}
        mayRecord={mayRecord}
        typed={typed}
        faults={faults}
        token={formToken}
      />
    ),
  }
}

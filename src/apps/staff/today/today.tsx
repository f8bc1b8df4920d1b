import { longDay } from '#core/time/day.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { CaseShown } from '#store/ledger/read-case.ts'
import type { Today } from '#store/today/read-today.ts'
import type { Instant } from '#core/time/instant.ts'
import { codeWords } from '../acts/field-words.ts'
import { shortMoment } from '../times.ts'
import { type AroundDue, DuePart, partsOfDue } from './due-list.tsx'
import { type AroundWaiting, Waiting } from './waiting.tsx'
import { WhereToGo } from './where-to-go.tsx'

/** What one member of staff has before them: their own work first, and beside it who waits. */
export function TodayPage({
  today,
  visitor,
  jobs,
  around,
}: {
  readonly today: Today
  readonly visitor: Visitor
  /** Of a contractor, every open job: not each has a promise with a date. */
  readonly jobs: readonly CaseShown[]
  readonly around: AroundDue & AroundWaiting
}): Raw {
  const { asOf, days } = today
  const works = visitor.acting.may.has('cases.write')
  return (
    <>
      <span class="govuk-caption-l">{longDay(days.zone.dayOf(asOf))}</span>
      <h1 class="govuk-heading-l">Today</h1>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds" data-live="due">
          <Mine today={today} visitor={visitor} around={around} />
          {visitor.acting.contractorId !== undefined && <Jobs jobs={jobs} now={asOf} />}
          {!works && <WhereToGo {...visitor} />}
        </div>
        {works && (
          <div class="govuk-grid-column-one-third" data-live="waiting">
            {visitor.acting.contractorId === undefined && <Waiting today={today} around={around} />}
          </div>
        )}
      </div>
    </>
  )
}

function Mine({
  today,
  visitor: { acting },
  around,
}: {
  readonly today: Today
  readonly visitor: Visitor
  readonly around: AroundDue
}): Raw {
  const { mine, unassigned, team, asOf, days, cut } = today
  const { overdue, today: dueToday, week } = partsOfDue(mine, asOf, days.dayEnds)
  const works = acting.may.has('cases.write')
  return (
    <>
      {acting.contractorId !== undefined && (
        <p class="govuk-body">These are the jobs of your own firm. You see no others.</p>
      )}
      {mine.length === 0 && works && (
        <p class="govuk-body">Nothing of yours is overdue or due by the end of this week.</p>
      )}
      <DuePart title="Overdue" due={overdue} around={around} />
      <DuePart title="Due today" due={dueToday} around={around} />
      <DuePart title="Due this week" due={week} around={around} />
      {works && acting.contractorId === undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={local`/cases?holder=me&sort=latest`}>
            All my open cases
          </a>
        </p>
      )}
      {team !== undefined && acting.contractorId === undefined && (
        <>
          <DuePart title={`${team.name}: nobody has these yet`} due={unassigned} around={around} />
          <p class="govuk-body">
            <a class="govuk-link" href={local`/cases?team=${team.id}&holder=nobody&sort=latest`}>
              All that nobody has
            </a>
            {' · '}
            <a class="govuk-link" href={local`/teams/${team.id}`}>{`What ${team.name} has today`}</a>
          </p>
        </>
      )}
      {cut && (
        <p class="govuk-inset-text">
          There is more than fits here.{' '}
          <a class="govuk-link" href={local`/cases?holder=me&sort=due`}>
            See the whole list
          </a>
        </p>
      )}
    </>
  )
}

function Jobs({ jobs, now }: { readonly jobs: readonly CaseShown[]; readonly now: Instant }): Raw {
  return (
    <>
      <h2 class="govuk-heading-m">{`Open jobs (${jobs.length})`}</h2>
      {jobs.length === 0 && <p class="govuk-body">There are none.</p>}
      <ul class="govuk-list govuk-list--spaced">
        {jobs.map(({ case_id: caseId, kind, last_at: lastAt }) => (
          <li>
            <a class="govuk-link" href={local`/cases/${caseId}`}>
              {`${codeWords(kind)} ${caseId}`}
            </a>
            {lastAt !== null && `, last touched ${shortMoment(lastAt, now)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

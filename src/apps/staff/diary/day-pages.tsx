import { isRefused } from '#core/refused.ts'
import { type Day, dayOfWeek, formatDay, longDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Select } from '#http/layout/form.tsx'
import { govuk } from '#http/govuk/index.ts'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { StaffShown } from '#store/masters/names.ts'
import { dayText, staffZone, todayOf } from '../times.ts'
import { dayIn, readDays, type DaysRead } from './days-read.ts'
import { Entries, hasEntries } from './entries.tsx'
import { officeChoices, teamChoices } from './names.ts'

/** Everybody’s diary: a day, or a week. */
export const dayPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/diary',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, query }) => {
      const isWeek = textIn(query, 'show') === 'week'
      const day = dayIn(query, store.now())
      const from = isWeek ? day - (dayOfWeek(day) - 1) : day
      const read = await readDays(store, acting, { from, days: isWeek ? 7 : 1 })
      if (isRefused(read)) return read
      const chosen = { team: textIn(query, 'team'), office: textIn(query, 'office') }
      const shown = {
        read,
        from,
        isWeek,
        day,
        chosen,
        today: todayOf(store.now()),
        own: acting.staffId,
        mayWrite: acting.may.has('cases.write'),
      }
      return { title: 'Diary', content: <Diary {...shown} />, wide: true }
    },
  }),
]

interface DiaryProps {
  readonly read: DaysRead
  readonly from: Day
  readonly day: Day
  readonly isWeek: boolean
  readonly chosen: { readonly team: string; readonly office: string }
  /** Who only reads books nothing. */
  readonly mayWrite: boolean
  readonly today: Day
  readonly own: string | undefined
}

function Diary(props: DiaryProps): Raw {
  const { read, from, isWeek, chosen, own } = props
  const people = read.names.staff
    .filter(({ active, contractorId }) => active && contractorId === null)
    .filter(({ teamId }) => chosen.team === '' || teamId === chosen.team)
    .filter(({ officeId }) => chosen.office === '' || officeId === chosen.office)
    .toSorted((a, b) => Number(b.staffId === own) - Number(a.staffId === own))
    .slice(0, 300)
  const days = Array.from({ length: isWeek ? 7 : 1 }, (_, index) => from + index)
  const shown = days.filter((day) => dayOfWeek(day) < 6 || !isWeek || hasAny(read, day))
  return (
    <>
      <h1 class="govuk-heading-l">Diary</h1>
      {isWeek && <p class="govuk-body">{`The week from ${dayText(from)}`}</p>}
      <Steps {...props} />
      <Choosing {...props} />
      {people.length === 0 && <p class="govuk-body">Nobody works there so far.</p>}
      {(people.length === 0 ? [] : shown).map((day) => (
        <DayTable
          day={day}
          people={isWeek ? people.filter(({ staffId }) => hasEntries(read, staffId, day)) : people}
          read={read}
        />
      ))}
    </>
  )
}

/** Of a weekend only the days on which there is something are shown. */
function hasAny({ appointments, turns }: DaysRead, day: Day): boolean {
  return (
    turns.some(({ onDay }) => onDay === day) ||
    appointments.some(({ forAt }) => forAt !== null && staffZone.dayOf(forAt) === day)
  )
}

function DayTable({
  day,
  people,
  read,
}: {
  readonly day: Day
  readonly people: readonly StaffShown[]
  readonly read: DaysRead
}): Raw {
  if (people.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">{longDay(day)}</h2>
        <p class="govuk-body">Nobody has anything on so far.</p>
      </section>
    )
  return govuk.table({
    caption: longDay(day),
    captionClasses: 'govuk-table__caption--m',
    classes: 'kept-diary',
    firstCellIsHeader: true,
    head: [{ text: 'Who' }, { text: 'What is on' }],
    rows: people.map(({ staffId, name, jobTitle }) => [
      {
        html: (
          <>
            <a class="govuk-link" href={local`/diary/${staffId}`}>
              {name}
            </a>
            {jobTitle !== null && <span class="govuk-hint kept-job">{jobTitle}</span>}
          </>
        ),
      },
      { html: <Entries read={read} staffId={staffId} day={day} /> },
    ]),
  })
}

function Steps({ from, isWeek, day, chosen, today }: DiaryProps): Raw {
  const step = isWeek ? 7 : 1
  const to = (on: Day, show: string) =>
    local`/diary?day=${formatDay(on)}&show=${show}&team=${chosen.team}&office=${chosen.office}`
  const show = isWeek ? 'week' : 'day'
  return (
    <p class="govuk-body kept-row-links">
      <a class="govuk-link" href={to(from - step, show)}>
        {isWeek ? 'Week before' : 'Day before'}
      </a>{' '}
      <a class="govuk-link" href={to(today, show)}>
        {isWeek ? 'This week' : 'Today'}
      </a>{' '}
      <a class="govuk-link" href={to(from + step, show)}>
        {isWeek ? 'Week after' : 'Day after'}
      </a>{' '}
      <a class="govuk-link" href={to(day, isWeek ? 'day' : 'week')}>
        {isWeek ? 'Show a day' : 'Show the week'}
      </a>
    </p>
  )
}

function Choosing({ read: { names }, chosen, day, isWeek, mayWrite }: DiaryProps): Raw {
  return (
    <>
      <form method="get" action={local`/diary`} class="bar">
        <input type="hidden" name="show" value={isWeek ? 'week' : 'day'} />
        <Select name="team" label="Team" choices={teamChoices(names, 'Every team')} chosen={chosen.team} />
        <Select
          name="office"
          label="Office"
          choices={officeChoices(names, 'Every office')}
          chosen={chosen.office}
        />
        {govuk.input({
          id: 'day',
          name: 'day',
          type: 'date',
          value: formatDay(day),
          label: { text: 'Date', classes: 'govuk-label--s' },
          classes: 'kept-input-day',
        })}
        {govuk.button({ text: 'Show', classes: 'govuk-button--secondary' })}
      </form>
      <p class="govuk-body kept-row-links">
        {mayWrite && (
          <a class="govuk-link" href={local`/appointments/new`}>
            Book an appointment
          </a>
        )}{' '}
        <a class="govuk-link" href={local`/absences`}>
          Absences
        </a>{' '}
        <a class="govuk-link" href={local`/rotas`}>
          Rotas
        </a>{' '}
        <a class="govuk-link" href={local`/diary/greetings`}>
          Voicemail greetings
        </a>
      </p>
    </>
  )
}

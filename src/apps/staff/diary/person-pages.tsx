import { isRefused, refused } from '#core/refused.ts'
import { dayOfWeek, formatDay, longDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { feedSince } from '#store/diaries/feeds.ts'
import type { StaffShown } from '#store/masters/names.ts'
import { momentText, staffZone } from '../times.ts'
import { dayIn, readDays, type DaysRead } from './days-read.ts'
import { Entries } from './entries.tsx'

const daysShown = 14

/** One person’s diary: two weeks of it. */
export const personPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/diary/:staffId',
    who: 'cases.read',
    handle: async ({ store, visitor: { acting }, params, query, formToken }) => {
      const staffId = params['staffId'] ?? ''
      const from = dayIn(query, store.now())
      const read = await readDays(store, acting, { from, days: daysShown, staffId })
      if (isRefused(read)) return read
      const person = read.names.staff.find((each) => each.staffId === staffId)
      if (person === undefined || acting.contractorId !== undefined)
        return refused('not found', 'there is no such member of staff', 'look at the diary')
      const feed = staffId === acting.staffId ? await feedSince(store, acting) : undefined
      return {
        title: `Diary of ${person.name}`,
        content: (
          <>
            <Person person={person} read={read} from={from} />
            {feed !== undefined && !isRefused(feed) && <Feed madeAt={feed.madeAt} token={formToken} />}
          </>
        ),
        notice: textIn(query, 'done') === 'ended' ? 'The address leads nowhere any more.' : undefined,
        back: { href: local`/diary`, text: 'Diary' },
      }
    },
  }),
]

function Person({
  person: { staffId, name, jobTitle, directDial },
  read,
  from,
}: {
  readonly person: StaffShown
  readonly read: DaysRead
  readonly from: number
}): Raw {
  const days = Array.from({ length: daysShown }, (_, index) => from + index)
  return (
    <>
      <h1 class="govuk-heading-l">{`Diary of ${name}`}</h1>
      <p class="govuk-body">
        {[
          jobTitle,
          read.names.placeName(read.names.staff.find((each) => each.staffId === staffId)?.teamId),
          directDial,
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p class="govuk-body kept-row-links">
        <a class="govuk-link" href={local`/diary/${staffId}?day=${formatDay(from - daysShown)}`}>
          Two weeks before
        </a>{' '}
        <a class="govuk-link" href={local`/diary/${staffId}?day=${formatDay(from + daysShown)}`}>
          Two weeks after
        </a>{' '}
        <a class="govuk-link" href={local`/absences?staff=${staffId}`}>
          Plan an absence
        </a>
      </p>
      {days
        .filter((day) => isWorth(read, staffId, day, from))
        .map((day) => (
          <section>
            <h2 class="govuk-heading-s">{longDay(day)}</h2>
            <Entries read={read} staffId={staffId} day={day} />
          </section>
        ))}
    </>
  )
}

/** Working days, and days of the weekend on which there is something. */
function isWorth({ appointments, turns }: DaysRead, staffId: string, day: number, from: number): boolean {
  const isWeekend = dayOfWeek(day) > 5
  if (!isWeekend || day === from) return true
  return (
    turns.some((each) => each.staffId === staffId && each.onDay === day) ||
    appointments.some(({ forAt }) => forAt !== null && staffZone.dayOf(forAt) === day)
  )
}

function Feed({ madeAt, token }: { readonly madeAt: number | undefined; readonly token: string }): Raw {
  return (
    <section>
      <h2 class="govuk-heading-m">In your own calendar</h2>
      <p class="govuk-body">
        A calendar program can read your diary from an address of its own. It is told times, “Home visit, LA9”
        and references, and nobody’s name.
      </p>
      {madeAt !== undefined && (
        <p class="govuk-body">{`You made an address on ${momentText(madeAt)}. A new one takes its place.`}</p>
      )}
      <div class="bar">
        <Form action={local`/calendars/make`} token={token}>
          <Button look="second">{madeAt === undefined ? 'Make an address' : 'Make a new address'}</Button>
        </Form>
        {madeAt !== undefined && (
          <Form action={local`/calendars/end`} token={token}>
            <Button look="warning">End the address</Button>
          </Form>
        )}
      </div>
    </section>
  )
}

import { parseDay } from '#core/time/day.ts'
import { minute, type Instant } from '#core/time/instant.ts'
import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { Today } from '#store/today/read-today.ts'
import type {
  AppointmentToday,
  CallToMake,
  CallWaiting,
  MessageLeft,
  NoticeUnseen,
  VisitorWaiting,
} from '#store/today/today-rows.ts'
import { codeWords } from '../acts/field-words.ts'
import { shortDay, shortMoment, timeText, todayOf } from '../times.ts'
import { counted, kindWords } from './words.ts'

/** What the lists beside one’s own work need. */
export interface AroundWaiting {
  readonly names: ReadonlyMap<string, string>
  readonly homes: ReadonlyMap<string, string>
  readonly says: ReadonlyMap<string, string>
  readonly token: string
}

/** Who waits, what is booked and what was left for whoever looks. */
export function Waiting({ today, around }: { readonly today: Today; readonly around: AroundWaiting }): Raw {
  const { calls, visitors, appointments, toRing, messages, notices, asOf } = today
  const all = [calls, visitors, appointments, toRing, messages, notices]
  return (
    <>
      <Part title="Calls waiting" rows={calls.map((call) => callRow(call, around, asOf))} />
      <Part title="Visitors waiting" rows={visitors.map((visit) => visitorRow(visit, around, asOf))} />
      <Part title="My appointments today" rows={appointments.map((each) => appointmentRow(each, around))} />
      <Part title="Calls I am to make" rows={toRing.map((call) => toRingRow(call, around, asOf))} />
      <Part title="Messages for me" rows={messages.map((message) => messageRow(message, around, asOf))} />
      <Part title="Notices" rows={notices.map((notice) => noticeRow(notice, around, asOf))} />
      {all.every(({ length }) => length === 0) && (
        <p class="govuk-body">Nobody is waiting, and nothing was left for you.</p>
      )}
    </>
  )
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly Raw[] }): Raw {
  if (rows.length === 0) return <></>
  return (
    <section>
      <h2 class="govuk-heading-s">{`${title} (${rows.length})`}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {rows.map((row) => (
          <li>{row}</li>
        ))}
      </ul>
    </section>
  )
}

function callRow({ caseId, offeredAt, queue }: CallWaiting, around: AroundWaiting, now: Instant): Raw {
  return (
    <>
      <a class="govuk-link" href={local`/calls`}>
        {around.names.get(caseId) ?? 'A caller'}
        <span class="govuk-visually-hidden">{` in call ${caseId}`}</span>
      </a>
      {queue !== null && ` on ${codeWords(queue)}`}
      {`, for ${waited(offeredAt, now)}`}
    </>
  )
}

function visitorRow(visit: VisitorWaiting, around: AroundWaiting, now: Instant): Raw {
  const { caseId, arrivedAt, wants, appointmentAt } = visit
  return (
    <>
      <WhoseCase caseId={caseId} name={around.names.get(caseId) ?? 'A visitor'} />
      {`, for ${waited(arrivedAt, now)}`}
      {appointmentAt !== null && `, with an appointment at ${timeText(appointmentAt)}`}
      {wants !== null && `, to see ${wants}`}
    </>
  )
}

function appointmentRow(appointment: AppointmentToday, around: AroundWaiting): Raw {
  const { caseId, forAt, isTimed, place, homeId } = appointment
  const address = homeId === null ? undefined : around.homes.get(homeId)
  return (
    <>
      {isTimed ? `${timeText(forAt)}: ` : ''}
      <WhoseCase caseId={caseId} name={around.names.get(caseId) ?? caseId} />
      {place === 'office' && ', in the office'}
      {place === 'home' && (address === undefined ? ', at home' : `, at home: ${address}`)}
    </>
  )
}

function toRingRow({ caseId, for: agreed }: CallToMake, around: AroundWaiting, now: Instant): Raw {
  return (
    <>
      <WhoseCase caseId={caseId} name={around.names.get(caseId) ?? caseId} />
      {agreed !== null && `, ${whenAgreed(agreed, now)}`}
    </>
  )
}

/** A date alone is a day; with a time it is a moment. */
function whenAgreed(agreed: string, now: Instant): string {
  const day = parseDay(agreed)
  if (day !== undefined) return shortDay(day, todayOf(now))
  return shortMoment(Date.parse(agreed), now)
}

function messageRow({ caseId, leftAt, urgent }: MessageLeft, around: AroundWaiting, now: Instant): Raw {
  return (
    <>
      <WhoseCase caseId={caseId} name={around.names.get(caseId) ?? caseId} />
      {`, left ${shortMoment(leftAt, now)}`}
      {urgent && (
        <>
          {' '}
          <strong class="govuk-tag govuk-tag--red">Urgent</strong>
        </>
      )}
    </>
  )
}

function WhoseCase({ caseId, name }: { readonly caseId: string; readonly name: string }): Raw {
  return (
    <a class="govuk-link" href={local`/cases/${caseId}`}>
      {name}
      <span class="govuk-visually-hidden">{` in ${caseId}`}</span>
    </a>
  )
}

/** Something that fell due or is about to, with a button to put it aside. */
function noticeRow(notice: NoticeUnseen, around: AroundWaiting, now: Instant): Raw {
  const { caseId, kind, promise, n, occasion, keepsUntil, dueOn } = notice
  const due = dueOn === null ? shortMoment(keepsUntil, now) : shortDay(dueOn, todayOf(now))
  const isDuty = kind === 'duty'
  return (
    <>
      <a class="govuk-link" href={isDuty ? local`/promises/${promise}` : local`/cases/${caseId}`}>
        {isDuty
          ? (around.says.get(promise) ?? promise)
          : `${around.names.get(caseId) ?? caseId}: ${kindWords(kind)}`}
      </a>
      {occasion === 'overdue' ? `, was due ${due}` : `, due ${due}`}
      <Form action={local`/notices/put-aside`} token={around.token}>
        <input type="hidden" name="case" value={caseId} />
        <input type="hidden" name="promise" value={promise} />
        <input type="hidden" name="n" value={String(n)} />
        <input type="hidden" name="occasion" value={occasion} />
        <Button look="plain" about={`the notice of ${promise} in ${caseId}`}>
          Put aside
        </Button>
      </Form>
    </>
  )
}

/** “4 minutes”, “1 hour 5 minutes”. */
function waited(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((now - since) / minute))
  if (minutes < 60) return counted(minutes, 'minute')
  return `${counted(Math.floor(minutes / 60), 'hour')} ${counted(minutes % 60, 'minute')}`
}

import { numberText } from '#core/promises/percent.ts'
import { enoughCalls, type PlannedHalfHour, planWeek, type StaffPlan } from '#core/staffing/staff-plan.ts'
import { longDay, weekDayName } from '#core/time/day.ts'
import type { Raw } from '#http/html/raw.ts'
import { csvOf, type StaffingChosen } from './asked.ts'
import { Busiest } from './busiest.tsx'
import { DayChart } from './day-chart.tsx'
import { HeatTable } from './heat-table.tsx'
import { secondsText, shareText } from './words.ts'

/** The people that the telephone promise needs, half hour by half hour. */
export function Staffing({ chosen }: { readonly chosen: StaffingChosen }): Raw {
  const plan = planWeek(chosen.week, chosen.terms)
  return (
    <>
      <LineFacts chosen={chosen} plan={plan} />
      {plan === undefined ? (
        <p class="govuk-inset-text">
          {`There are too few calls to say: ${numberText(chosen.week.calls)} on open days, and at least ${enoughCalls} are needed, some of them with their end. Choose more months or all lines.`}
        </p>
      ) : (
        <Planned chosen={chosen} plan={plan} />
      )}
    </>
  )
}

function LineFacts({
  chosen: { calls, week, promise, terms },
  plan,
}: {
  readonly chosen: StaffingChosen
  readonly plan: StaffPlan | undefined
}): Raw {
  const { answered, gaveUp, onClosedDays, talkSeconds } = week
  const closed =
    onClosedDays === 0 ? '' : ` ${numberText(onClosedDays)} more came on days closed and are left out.`
  const patience =
    plan === undefined
      ? []
      : [
          plan.patience.isAssumed
            ? `Too few gave up to say how long callers wait: ${secondsText(plan.patience.patienceSeconds)} is assumed.`
            : `Callers are prepared to wait ${secondsText(plan.patience.patienceSeconds)} on average: all the time waited, over those who gave up.`,
        ]
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{`${numberText(week.calls)} calls came on open days from ${longDay(calls.from)} to ${longDay(calls.to)}: ${numberText(answered)} were answered and ${numberText(gaveUp)} given up.${closed}`}</li>
      {talkSeconds !== undefined && <li>{`A conversation takes ${secondsText(talkSeconds)} on average.`}</li>}
      {patience.map((says) => (
        <li>{says}</li>
      ))}
      <li>{`Planned for: ${shareText(terms.promise.share)} of calls answered within ${promise.words} (${promise.id}). ${shareSource(promise.share, terms.promise.share)}`}</li>
    </ul>
  )
}

function shareSource(published: number | undefined, planned: number): string {
  if (published === planned) return 'That is the published target.'
  if (published === undefined) return 'The pack publishes no share; choose the one to plan for.'
  return published >= 1
    ? 'The pack promises every call, which no number of people can.'
    : 'The published target is another.'
}

function Planned({ chosen, plan }: { readonly chosen: StaffingChosen; readonly plan: StaffPlan }): Raw {
  const { terms, calls } = chosen
  const busiest = busiestDay(plan.halfHours)
  return (
    <>
      <HeatTable
        caption={`People to put on the rota, with ${numberText(terms.awayPercent)} of every hundred away`}
        halfHours={plan.halfHours}
        valueOf={({ onRota }) => onRota}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={csvOf(chosen)}>
          Take this away as CSV
        </a>
      </p>
      {busiest.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{`The busiest day: ${weekDayName(busiest[0]?.weekDay ?? 1)}`}</h2>
          <DayChart title="People to put on the rota over the busiest day" halfHours={busiest} />
        </>
      )}
      <Busiest halfHours={plan.halfHours} people={terms.people} rota={calls.rota} terms={terms} plan={plan} />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Calls in each half hour, and how this is worked out</span>
        </summary>
        <div class="govuk-details__text">
          <p class="govuk-body">
            Calls come at random around the mean of their half hour. Who is put through talks, and who waits
            gives up after a while (Erlang A). “If everybody waits” is what is needed where nobody ever gives
            up (Erlang C), the safe side. Means are over open days alone; bank holidays and days closed are
            left out. A half hour with fewer than ten calls in all is left open.
          </p>
          <HeatTable
            caption="Calls in a half hour, on average"
            halfHours={plan.halfHours}
            valueOf={({ load }) => Math.round(load.callsAnHour * 5) / 10}
          />
          <HeatTable
            caption="People needed at the telephone"
            halfHours={plan.halfHours}
            valueOf={({ needed }) => needed}
          />
          <HeatTable
            caption="People needed if everybody waits"
            halfHours={plan.halfHours}
            valueOf={({ neededIfAllWait }) => neededIfAllWait}
          />
        </div>
      </details>
    </>
  )
}

/** The half hours of the day that needs most people together. */
function busiestDay(halfHours: readonly PlannedHalfHour[]): readonly PlannedHalfHour[] {
  const byDay = [...Map.groupBy(halfHours, ({ weekDay }) => weekDay).values()]
  return byDay.toSorted((a, b) => need(b) - need(a))[0] ?? []
}

function need(day: readonly PlannedHalfHour[]): number {
  return day.reduce((sum, { onRota = 0 }) => sum + onRota, 0)
}

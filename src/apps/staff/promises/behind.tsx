import type { Instant } from '#core/time/instant.ts'
import type { Zone } from '#core/time/zone.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import { Scrolled } from '#http/layout/scrolled.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { ClockRow } from '#store/ledger/clock-row.ts'
import { NextPage } from '../next-page.tsx'

/** The clocks that a figure counted, each with its case. */
export function ClocksBehind({
  says,
  title,
  clocks,
  zone,
  next,
}: {
  readonly says: string
  readonly title: string
  readonly clocks: readonly ClockRow[]
  readonly zone: Zone
  readonly next: Url | undefined
}): Raw {
  const moment = momentIn(zone)
  return (
    <>
      <span class="govuk-caption-l">{says}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {clocks.length === 0 ? (
        <p class="govuk-body">There are none in these months.</p>
      ) : (
        <Scrolled label={title}>
          <table class="govuk-table">
            <caption class="govuk-table__caption govuk-visually-hidden">{title}</caption>
            <TableHead columns={['Case', 'Counted from', 'Due', 'Done', 'Outcome']} />
            <tbody class="govuk-table__body">
              {clocks.map((clock) => (
                <ClockLine clock={clock} moment={moment} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <NextPage href={next} />
    </>
  )
}

function ClockLine({
  clock,
  moment,
}: {
  readonly clock: ClockRow
  readonly moment: (at: Instant) => string
}): Raw {
  const kept = clock.outcome === 'met'
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a class="govuk-link" href={local`/cases/${clock.case_id}`}>
          {clock.case_id}
        </a>
      </th>
      <td class="govuk-table__cell">{moment(clock.counted_from)}</td>
      <td class="govuk-table__cell">
        <a
          class="govuk-link"
          href={local`/cases/${clock.case_id}/clocks/${clock.promise}/${String(clock.n)}`}
        >
          {moment(clock.keeps_until)}
          <span class="govuk-visually-hidden">{`: why this date, for ${clock.case_id}`}</span>
        </a>
      </td>
      <td class="govuk-table__cell">{clock.stopped_at === null ? 'not yet' : moment(clock.stopped_at)}</td>
      <td class="govuk-table__cell">
        <strong class={`govuk-tag ${kept ? 'govuk-tag--green' : 'govuk-tag--red'}`}>
          {kept ? 'Kept' : 'Missed'}
        </strong>
      </td>
    </tr>
  )
}

/** An instant as the landlord’s clocks show it: “3 Mar 2026, 09:05”. */
export function momentIn({ name }: Zone): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: name,
  })
  return (at) => format.format(at)
}

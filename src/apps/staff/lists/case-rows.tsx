import type { Raw } from '#http/html/raw.ts'
import type { Instant } from '#core/time/instant.ts'
import type { CaseListed } from '#store/lists/case-list.ts'
import { ClockLine } from '../clocks/clock-line.tsx'
import { shortMoment } from '../times.ts'
import { CaseLink } from '../today/due-list.tsx'
import { kindWords } from '../today/words.ts'

/** What rows of cases need beside the cases. */
export interface AroundCases {
  readonly now: Instant
  readonly says: ReadonlyMap<string, string>
  /** Of customers, staff and teams, by id. */
  readonly customers: ReadonlyMap<string, string>
  readonly staff: ReadonlyMap<string, string>
  readonly teams: ReadonlyMap<string, string>
  /** Cases may be ticked; these are. */
  readonly ticked: ReadonlySet<string> | undefined
}

/** Cases, each with its clock that is due first, who has it, and a box to tick where they can be given to somebody. */
export function CaseRows({
  rows,
  around,
}: {
  readonly rows: readonly CaseListed[]
  readonly around: AroundCases
}): Raw {
  return (
    <dl class="govuk-summary-list kept-due">
      {rows.map((row) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">
            <CaseLink
              caseId={row.case.case_id}
              kind={row.case.kind}
              name={around.customers.get(row.case.customer_id ?? '')}
            />
          </dt>
          <dd class="govuk-summary-list__value">
            <State row={row} around={around} />
            <p class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">
              {whereItStands(row, around)}
            </p>
          </dd>
          {around.ticked !== undefined && (
            <dd class="govuk-summary-list__actions">
              <Tick row={row} ticked={around.ticked} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

function State({
  row: { case: row, first },
  around,
}: {
  readonly row: CaseListed
  readonly around: AroundCases
}): Raw {
  if (first !== undefined)
    return <ClockLine clock={first} says={around.says.get(first.promise) ?? first.promise} now={around.now} />
  return (
    <p class="clock-line">
      <strong class="govuk-tag govuk-tag--grey">{row.is_open ? 'Open' : 'Closed'}</strong>{' '}
      {row.is_open ? 'No promise runs in it' : ''}
    </p>
  )
}

function whereItStands({ case: row, more }: CaseListed, around: AroundCases): string {
  const { team_id: teamId, holder_id: holderId, last_at: last } = row
  const holder = holderId === null ? undefined : (around.staff.get(holderId) ?? holderId)
  const team = teamId === null ? undefined : (around.teams.get(teamId) ?? teamId)
  return [
    holder === undefined ? 'Nobody has it' : `Held by ${holder}`,
    ...(team === undefined ? [] : [team]),
    ...(last === null ? [] : [`last touched ${shortMoment(last, around.now)}`]),
    ...(more === 0 ? [] : [`and ${more} more ${more === 1 ? 'promise' : 'promises'}`]),
  ].join(', ')
}

function Tick({
  row: { case: row },
  ticked,
}: {
  readonly row: CaseListed
  readonly ticked: ReadonlySet<string>
}): Raw {
  const id = `tick-${row.case_id}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="case"
          value={`${row.version}_${row.case_id}`}
          checked={ticked.has(row.case_id)}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          Tick<span class="govuk-visually-hidden">{` ${kindWords(row.kind)} ${row.case_id}`}</span>
        </label>
      </div>
    </div>
  )
}

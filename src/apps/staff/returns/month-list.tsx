import type { ReturnState } from '#core/duties/returns-due.ts'
import { returnWords, valueText } from '#core/duties/return-value.ts'
import { type Month, monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { CheckedReturn } from '#store/returns/read-values.ts'
import type { ReturnShown, ReturnsShown } from '#store/returns/read-returns.ts'
import { answersWords } from '../duties/owner-form.tsx'
import { monthName } from '../promises/months.ts'
import { momentText } from '../times.ts'
import { type Around, nameOf } from './around.ts'
import { ReturnDoing } from './return-doing.tsx'

/** The months beside the one shown, and those in which something waits. */
export function MonthLinks({
  shown: { month, firstMonth, thisMonth, waitingIn },
}: {
  readonly shown: ReturnsShown
}): Raw {
  const others = waitingIn.filter((each) => each !== month).slice(0, 12)
  return (
    <>
      <p class="govuk-body">
        {month > firstMonth && <MonthLink month={month - 1} />}
        {month > firstMonth && month < thisMonth && ' · '}
        {month < thisMonth && <MonthLink month={month + 1} />}
      </p>
      {others.length > 0 && (
        <p class="govuk-body">
          {'Something also waits for its check in '}
          {others.map((each, index) => (
            <>
              {index > 0 && ', '}
              <MonthLink month={each} />
            </>
          ))}
          .
        </p>
      )}
    </>
  )
}

function MonthLink({ month }: { readonly month: Month }): Raw {
  return (
    <a class="govuk-link" href={local`/returns?month=${monthCode(month)}`}>
      {monthName(month)}
    </a>
  )
}

/** Every return of the month: what it is, how it stands, and what can be done with it. */
export function ReturnLines({
  shown,
  around,
}: {
  readonly shown: ReturnsShown
  readonly around: Around
}): Raw {
  return (
    <ul class="rows">
      {shown.lines.map((line) => (
        <li>
          <Line line={line} month={shown.month} around={around} />
        </li>
      ))}
    </ul>
  )
}

function Line({
  line,
  month,
  around,
}: {
  readonly line: ReturnShown
  readonly month: Month
  readonly around: Around
}): Raw {
  const { needed, state, checked, before, owner } = line
  const { name } = needed
  const isUnchecked = state === 'checked' && checked.every((value) => value.isUnchecked)
  const [word, colour] = isUnchecked ? unchecked : tags[state]
  return (
    <>
      <div>
        <h2 class="govuk-heading-s">
          <a class="govuk-link" href={local`/returns/${name}`}>
            {returnWords(name)}
          </a>{' '}
          <strong class={`govuk-tag govuk-tag--${colour}`}>{word}</strong>
        </h2>
        <Figures line={line} around={around} />
        {checked.length === 0 && before !== undefined && (
          <p>{`The last is ${valueText(name, before.value)}, of ${monthName(before.month)}.`}</p>
        )}
        <p class="govuk-hint govuk-!-font-size-16">
          {[
            `for ${needed.promises.map(({ id }) => id).join(', ')}`,
            everyWords(line.everyMonths),
            answersWords(owner, around.who),
          ].join(' · ')}
        </p>
      </div>
      <div class="bar govuk-!-margin-bottom-0">
        <ReturnDoing line={line} month={month} around={around} />
      </div>
    </>
  )
}

/** The figures of a return: those that count, those they took the place of, and those that wait for their check. */
function Figures({
  line: { needed, checked, corrected, waiting },
  around,
}: {
  readonly line: ReturnShown
  readonly around: Around
}): Raw {
  const { name } = needed
  return (
    <>
      {checked.map((value) => (
        <p>
          <strong>{valueText(name, value.value)}</strong>
          {`, from ${value.source}. ${whoChecked(value, around)}`}
        </p>
      ))}
      {corrected.map(({ value, recordedAt }) => (
        <p class="govuk-hint govuk-!-font-size-16">
          {`Corrected: it was ${valueText(name, value)}, as recorded on ${momentText(recordedAt)}.`}
        </p>
      ))}
      {waiting.map((each) => (
        <p>
          <strong>{valueText(name, each.value)}</strong>
          {`, from ${each.source}, ${each.corrects === null ? 'typed in' : 'to put the figure right, typed in'} by ${nameOf(each.authorId, around)} on ${momentText(each.proposedAt)}.`}
          {each.note !== null && <span class="kept-below">{each.note}</span>}
          {each.authorId === around.staffId && (
            <span class="kept-below">You typed it in, so somebody else checks it.</span>
          )}
        </p>
      ))}
    </>
  )
}

function whoChecked({ isUnchecked, author, checker }: CheckedReturn, around: Around): string {
  return isUnchecked
    ? 'Brought in as it was: nobody here has checked it. To have it checked, correct it, with the same figure if that is right.'
    : `Typed in by ${nameOf(author, around)}, checked by ${nameOf(checker, around)}.`
}

/** “every month”, “every 12 months”. */
export function everyWords(months: number): string {
  return months === 1 ? 'every month' : `every ${months} months`
}

const tags: Readonly<Record<ReturnState, readonly [word: string, colour: string]>> = {
  checked: ['Checked', 'green'],
  'to be checked': ['To be checked', 'orange'],
  missing: ['Missing', 'red'],
  'not due': ['Not due', 'grey'],
  'from cases': ['Counted from cases', 'grey'],
}

const unchecked = ['Not checked here', 'yellow'] as const

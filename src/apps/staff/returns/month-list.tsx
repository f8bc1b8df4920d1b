import type { ReturnState } from '#core/duties/returns-due.ts'
import { returnWords, valueText } from '#core/duties/return-value.ts'
import { type Month, monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import { TableHead } from '#http/layout/table-head.tsx'
import type { CheckedReturn } from '#store/returns/read-values.ts'
import type { ReturnImportShown, ReturnShown, ReturnsShown } from '#store/returns/read-returns.ts'
import { answersWords, type WhoThereIs } from '../duties/owner-form.tsx'
import { monthName } from '../promises/months.ts'
import { dayText, momentText, staffZone } from '../times.ts'

interface Around {
  readonly who: WhoThereIs
  readonly token: string
  readonly mayCheck: boolean
  readonly staffId: string | undefined
  /** Programs that bring figures, by the name they have among authors. */
  readonly programs: ReadonlyMap<string, string>
}

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
  const { needed, state, checked, waiting, before, owner, corrected } = line
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
        {checked.map((value) => (
          <p>
            <strong>{valueText(name, value.value)}</strong>
            {`, from ${value.source}. ${whoChecked(value, around)}`}
          </p>
        ))}
        {corrected.map(({ value, recordedAt }) => (
          <p class="govuk-hint govuk-!-font-size-16">
            {`Corrected: it was ${valueText(name, value)}, as recorded ${momentText(recordedAt)}.`}
          </p>
        ))}
        {waiting.map((each) => (
          <p>
            <strong>{valueText(name, each.value)}</strong>
            {`, from ${each.source}, ${each.corrects === null ? 'typed in' : 'to put the figure right, typed in'} by ${nameOf(each.authorId, around)} ${momentText(each.proposedAt)}.`}
            {each.note !== null && <span class="kept-below">{each.note}</span>}
            {each.authorId === around.staffId && (
              <span class="kept-below">You typed it in, so somebody else checks it.</span>
            )}
          </p>
        ))}
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
        <Doing line={line} month={month} around={around} />
      </div>
    </>
  )
}

function Doing({
  line: { needed, checked, waiting, mayType },
  month,
  around: { token, mayCheck, staffId },
}: {
  readonly line: ReturnShown
  readonly month: Month
  readonly around: Around
}): Raw {
  const { name } = needed
  const words = returnWords(name)
  const [only] = checked
  return (
    <>
      {waiting.map(({ returnId, authorId }) => (
        <>
          {mayCheck && authorId !== staffId && (
            <Form action={local`/returns/${returnId}/check`} token={token}>
              <Button about={`${words}: it is right`}>Check it</Button>
            </Form>
          )}
          {(mayCheck || authorId === staffId) && (
            <Form action={local`/returns/${returnId}/turn-down`} token={token}>
              <Button look="second" about={words}>
                Turn it down
              </Button>
            </Form>
          )}
        </>
      ))}
      {mayType && waiting.length === 0 && only === undefined && (
        <a class="govuk-link" href={local`/returns/new?name=${name}&month=${monthCode(month)}`}>
          Type it in<span class="govuk-visually-hidden">{`: ${words}`}</span>
        </a>
      )}
      {mayType && waiting.length === 0 && only !== undefined && (
        <a
          class="govuk-link"
          href={local`/returns/new?name=${name}&month=${monthCode(month)}&corrects=${only.event}`}
        >
          Correct it<span class="govuk-visually-hidden">{`: ${words}`}</span>
        </a>
      )}
    </>
  )
}

function whoChecked({ isUnchecked, author, checker }: CheckedReturn, around: Around): string {
  return isUnchecked
    ? 'Brought in as it was: nobody here has checked it. To have it checked, correct it, with the same figure if that is right.'
    : `Typed in by ${nameOf(author, around)}, checked by ${nameOf(checker, around)}.`
}

/** A person or a program by name; a code that an import brought stays as it is. */
function nameOf(by: string, { who, programs }: Pick<Around, 'who' | 'programs'>): string {
  const program = programs.get(by)
  if (program !== undefined) return `the program “${program}”`
  return who.staff.find(({ staffId }) => staffId === by)?.name ?? (by === '' ? 'nobody' : by)
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

/** Files that were brought in, and the rows of them that could not be taken. */
export function Imports({
  imports,
  around,
}: {
  readonly imports: readonly ReturnImportShown[]
  readonly around: Around
}): Raw {
  if (imports.length === 0) return <></>
  return (
    <>
      <h2 class="govuk-heading-m">Files brought in</h2>
      {imports.map(({ fileName, importedAt, importedBy, rowsTaken, rejected }) => (
        <section>
          <h3 class="govuk-heading-s">{`${fileName}, ${dayText(staffZone.dayOf(importedAt))}`}</h3>
          <p class="govuk-body">
            {`${rowsTaken} of ${rowsTaken + rejected.length} rows taken, brought in by ${nameOf(importedBy.replace(/^staff:/, ''), around)}.`}
          </p>
          {rejected.length > 0 && (
            <table class="govuk-table">
              <caption class="govuk-table__caption govuk-table__caption--s">Rows that were not taken</caption>
              <TableHead columns={['Line', 'What it says', 'Why not']} />
              <tbody class="govuk-table__body">
                {rejected.slice(0, 100).map(({ line, text, reason }) => (
                  <tr class="govuk-table__row">
                    <td class="govuk-table__cell">{String(line)}</td>
                    <td class="govuk-table__cell">{text}</td>
                    <td class="govuk-table__cell">{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  )
}

import { monthCode, monthOf } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Field, Select } from '#http/layout/form.tsx'
import type { StaffingChosen } from './asked.ts'

/** What the page is of: the line, the months, the promise and who is there. */
export function StaffingForm({ chosen }: { readonly chosen: StaffingChosen }): Raw {
  const { calls, promises, promise, queue, terms, fields } = chosen
  const lines = [...calls.lines.keys()].filter((name) => name !== '').toSorted()
  return (
    <form method="get" class="kept-months kept-staffing-form" action={local`/staffing`}>
      <Select
        name="queue"
        label="Line"
        choices={[{ value: '', label: 'all lines' }, ...lines.map((name) => ({ value: name, label: name }))]}
        chosen={queue}
      />
      <Select
        name="promise"
        label="Promise"
        choices={promises.map(({ id, words }) => ({ value: id, label: `${id}: within ${words}` }))}
        chosen={promise.id}
      />
      <Field name="share" label="Share, in %" value={shareOf(terms.promise.share)} />
      <Field name="away" label="Away, of every 100" value={String(terms.awayPercent)} />
      <Field name="people" label="People there now" value={textIn(fields, 'people')} />
      <Field name="from" label="First month" value={monthCode(monthOf(calls.from))} />
      <Field name="to" label="Last month" value={monthCode(monthOf(calls.to))} />
      <Button>Show</Button>
      <p class="govuk-hint">
        Away is who is on leave, in training or on a break. Write a month as year and month, for example
        2026-03.
      </p>
    </form>
  )
}

function shareOf(share: number): string {
  return String(Math.round(share * 1_000) / 10)
}

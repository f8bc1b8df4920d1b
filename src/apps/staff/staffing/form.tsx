import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, Field, Select } from '#http/layout/form.tsx'
import type { StaffingChosen } from './asked.ts'
import { shareText } from './words.ts'

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
      <Field
        name="share"
        label="Share to keep"
        hint="Per cent"
        value={textIn(fields, 'share') || shareText(terms.promise.share).replace('%', '')}
      />
      <Field
        name="away"
        label="Away"
        hint="Of every hundred: leave, training, breaks"
        value={String(terms.awayPercent)}
      />
      <Field
        name="people"
        label="People now"
        hint="At the telephone, if you know"
        value={textIn(fields, 'people')}
      />
      <Field name="from" label="First month" hint="Such as 2026-03" value={textIn(fields, 'from')} />
      <Field name="to" label="Last month" hint="Empty is up to yesterday" value={textIn(fields, 'to')} />
      <Button>Show</Button>
    </form>
  )
}

import { returnWords } from '#core/duties/return-value.ts'
import { type Month, monthCode } from '#core/time/period.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { ReturnShown } from '#store/returns/read-returns.ts'
import type { Around } from './around.ts'

/** What whoever looks can do with a return of a month: check what waits, type it in, or correct it. */
export function ReturnDoing({
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

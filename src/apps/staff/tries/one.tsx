import { monthOf } from '#core/time/civil.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { Button, Form } from '#http/layout/form.tsx'
import type { TryRow } from '#store/tries/read-tries.ts'
import { monthName } from '../promises/months.ts'
import { momentText } from '../times.ts'
import { type BothPacks, Result } from './result.tsx'
import { stateWords } from './state-words.ts'

/** One try: how far it is, or what it came to. */
export function OneTry({
  row,
  packs,
  token,
  mayEnd,
}: {
  readonly row: TryRow
  readonly packs: BothPacks
  readonly token: string
  readonly mayEnd: boolean
}): Raw {
  const { tryId, says, from, to, asOf, state, result } = row
  const isGoingOn = state === 'waiting' || state === 'running'
  return (
    <>
      <span class="govuk-caption-l">What if</span>
      <h1 class="govuk-heading-l">{says}</h1>
      <p class="govuk-body">
        {`${from === null ? 'From the beginning' : `From ${monthName(monthOf(from))}`} to ${monthName(monthOf(to))}, as known on ${momentText(asOf)}. `}
        <a class="govuk-link" href={local`/tries/${tryId}/draft`}>
          The draft, word for word
        </a>
      </p>
      <section data-live="try">
        {result === null ? (
          <p class="govuk-inset-text" role="status">
            {`${stateWords(row)}.`}
          </p>
        ) : (
          <Result tryId={tryId} result={result} packs={packs} />
        )}
        {mayEnd && isGoingOn && (
          <Form action={local`/tries/${tryId}/stop`} token={token}>
            <Button look="second">Stop it</Button>
          </Form>
        )}
        {mayEnd && !isGoingOn && (
          <Form action={local`/tries/${tryId}/drop`} token={token}>
            <Button look="second">Throw this try away</Button>
          </Form>
        )}
      </section>
    </>
  )
}

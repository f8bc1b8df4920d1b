import type { Raw } from '#http/html/raw.ts'
import type { EventRow } from '#store/ledger/event-row.ts'
import { actorWords } from '../case/who-words.ts'
import type { Names } from '#store/case-page/names-in.ts'
import { momentText } from '../times.ts'
import { codeWords } from './field-words.ts'

/** What others recorded in the case while somebody was writing: to be read before what was typed is saved all the same. */
export function Meanwhile({
  events,
  names,
}: {
  readonly events: readonly EventRow[]
  readonly names: Names
}): Raw {
  if (events.length === 0) return <></>
  return (
    <section class="kept-present" aria-labelledby="meanwhile-title">
      <h2 class="govuk-heading-s" id="meanwhile-title">
        Recorded while you were writing
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {events.map(({ type, actor, recorded_at: at }) => (
          <li>{`${codeWords(type)}, by ${actorWords(actor, names)}, ${momentText(at)}`}</li>
        ))}
      </ul>
      <p>What you typed is below. Change it if you need to, and save it again.</p>
    </section>
  )
}

import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { type Instant, minute } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Child, Raw } from '#http/html/raw.ts'
import type { ToldEvent } from '#store/case-page/entries.ts'
import type { Names } from '#store/case-page/names-in.ts'
import type { Entry } from '#store/case-page/read-case-page.ts'
import { codeWords } from '../acts/field-words.ts'
import { momentText } from '../times.ts'
import { Facts } from './facts.tsx'
import { factsOfEvent } from './facts-of-event.ts'
import { WordsShown } from './words-shown.tsx'
import { actorWords, doerWords } from './who-words.ts'

export interface EntryGround {
  readonly caseId: string
  readonly vocabulary: Vocabulary
  readonly names: Names
  /** Whether words are read out beside what they were said at. */
  readonly words: 'shown' | 'hidden'
  /** Whether whoever looks may put events right. */
  readonly mayMend: boolean
}

/** One thing on the timeline. What does not count is told in one line, and folded. */
export function TimelineEntry({
  entry,
  ground,
}: {
  readonly entry: Entry
  readonly ground: EntryGround
}): Raw {
  const { event, at, words } = entry
  if (event === undefined)
    return (
      <li class="moj-timeline__item">
        <div class="moj-timeline__header">
          <h3 class="moj-timeline__title">Note</h3>{' '}
          <p class="moj-timeline__byline">{`by ${actorWords(words[0]?.writtenBy ?? 'system', ground.names)}`}</p>
        </div>
        <When at={at} />
        <WordsShown words={words} names={ground.names} />
      </li>
    )
  const folded =
    event.standing === 'withdrawn' || event.standing === 'told again' || event.standing === 'mends'
  return (
    <li
      class={folded ? 'moj-timeline__item kept-folded' : 'moj-timeline__item'}
      id={`event-${event.told.sequence}`}
    >
      {folded ? (
        <Folded entry={entry} event={event} ground={ground} />
      ) : (
        <Counting entry={entry} event={event} ground={ground} />
      )}
    </li>
  )
}

interface EventProps {
  readonly entry: Entry
  readonly event: ToldEvent
  readonly ground: EntryGround
}

function Counting({ entry, event, ground }: EventProps): Raw {
  return (
    <>
      <div class="moj-timeline__header">
        <h3 class="moj-timeline__title">{codeWords(event.told.type)}</h3>{' '}
        {event.standing === 'corrected' && <strong class="govuk-tag govuk-tag--grey">Corrected</strong>}{' '}
        <ByLine event={event} names={ground.names} />
      </div>
      <When at={event.at}>{ground.mayMend && <Mending caseId={ground.caseId} event={event} />}</When>
      <Told event={event} ground={ground} />
      <Inside entry={entry} event={event} ground={ground} />
      {event.standing === 'corrected' && <AsItWasTold event={event} ground={ground} />}
    </>
  )
}

/** An event that counts no more, or that puts another right: what it was stands behind its name. */
function Folded(props: EventProps): Raw {
  const { event, entry, ground } = props
  const [title, says] = foldedWords(event, ground.names)
  return (
    <details class="govuk-details kept-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{title}</span>
      </summary>
      <div class="govuk-details__text">
        <p>{says}</p>
        <When at={event.at} />
        <Told event={event} ground={ground} />
        <Inside entry={entry} event={event} ground={ground} />
      </div>
    </details>
  )
}

function foldedWords(event: ToldEvent, names: Names): readonly [title: string, says: string] {
  const { standing, told, mendedBy, mends } = event
  const what = codeWords((mends ?? told).type)
  if (standing === 'mends') {
    const done = told.type === 'event-corrected' ? 'put right' : 'withdrawn'
    return [`${what}: ${done}`, `By ${actorWords(told.actor, names)}.`]
  }
  if (standing === 'told again')
    return [`${what} (told again)`, 'It had been told before under the same name, and counts once.']
  const last = mendedBy.findLast(({ type }) => type === 'event-withdrawn')
  if (last === undefined) return [`${what} (to come)`, 'It has not happened so far.']
  const reason = last.data['reason']
  const why = typeof reason === 'string' ? codeWords(reason).toLowerCase() : 'no reason given'
  return [
    `${what} (withdrawn: ${why})`,
    `Withdrawn by ${actorWords(last.actor, names)} on ${momentText(last.recorded_at)}.`,
  ]
}

function ByLine({ event, names }: { readonly event: ToldEvent; readonly names: Names }): Raw {
  const by = event.data['by']
  const doer =
    typeof by === 'string' && !isDate(by) ? doerWords(by, names) : actorWords(event.told.actor, names)
  return <p class="moj-timeline__byline">{`by ${doer}`}</p>
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text)
}

function When({ at, children }: { readonly at: Instant; readonly children?: Child }): Raw {
  return (
    <p class="moj-timeline__date">
      <time datetime={new Date(at).toISOString()}>{momentText(at)}</time>
      {children}
    </p>
  )
}

/** When and by whom it was told, where that was not as it happened, or not by whoever did it. */
function Told({ event: { told, at, data }, ground }: Omit<EventProps, 'entry'>): Raw {
  const later = Math.abs(told.recorded_at - at) >= minute
  const by = data['by']
  const another = typeof by === 'string' && !isDate(by) && told.actor !== `staff:${by}`
  if (!later && !another) return <></>
  const when = later ? ` on ${momentText(told.recorded_at)}` : ''
  return <p class="kept-told">{`Recorded${when} by ${actorWords(told.actor, ground.names)}`}</p>
}

function Inside({ entry, event, ground }: EventProps): Raw {
  const { vocabulary, names, words } = ground
  const { type } = event.told
  const facts =
    type === 'event-corrected' && isFields(event.told.data['data'])
      ? factsOfEvent({ type, data: event.told.data['data'], vocabulary, names })
      : factsOfEvent({ type, data: event.data, vocabulary, names })
  const hidden = words === 'hidden' && event.told.data['words'] !== undefined
  return (
    <>
      <Facts facts={facts} />
      <WordsShown words={entry.words} names={names} />
      {hidden && <p class="kept-told">Something was written down with it, which you may not read.</p>}
    </>
  )
}

function isFields(value: unknown): value is ToldEvent['data'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function AsItWasTold({ event, ground: { vocabulary, names } }: Omit<EventProps, 'entry'>): Raw {
  const { told, mendedBy } = event
  const last = mendedBy.at(-1)
  return (
    <details class="govuk-details kept-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">As it was first told</span>
      </summary>
      <div class="govuk-details__text">
        <When at={told.occurred_at} />
        <Facts facts={factsOfEvent({ type: told.type, data: told.data, vocabulary, names })} />
        {last !== undefined && (
          <p>{`Put right by ${actorWords(last.actor, names)} on ${momentText(last.recorded_at)}.`}</p>
        )}
      </div>
    </details>
  )
}

/** One quiet link; whether it is corrected or withdrawn is asked there. */
function Mending({ caseId, event: { told } }: { readonly caseId: string; readonly event: ToldEvent }): Raw {
  return (
    <a class="govuk-link kept-mend" href={local`/cases/${caseId}/events/${String(told.sequence)}/correct`}>
      Put right
      <span class="govuk-visually-hidden">{` ${codeWords(told.type)}, ${momentText(told.occurred_at)}`}</span>
    </a>
  )
}

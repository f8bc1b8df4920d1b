import type { Figure } from '#core/promises/figure.ts'
import { of } from '#core/promises/in-words.ts'
import { moreNeeded } from '#core/promises/more-needed.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { numberText } from '#core/promises/percent.ts'
import { figureText, targetText } from '#core/promises/shown-figure.ts'
import { isChanged, type TriedPromise, turnedIn } from '#core/promises/trying.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { countedText } from '#http/page/counted-words.ts'
import { TableHead } from '#http/layout/table-head.tsx'
import type { TryResult } from '#store/tries/read-tries.ts'
import { neededWords } from './needed-words.ts'

/** The promises as they are, and as the draft has them. */
export interface BothPacks {
  readonly now: ReadonlyMap<string, PackPromise>
  readonly draft: ReadonlyMap<string, PackPromise>
}

/** What a try came to: figures before and after, what turned, and what it would take. */
export function Result({
  tryId,
  result,
  packs,
}: {
  readonly tryId: string
  readonly result: TryResult
  readonly packs: BothPacks
}): Raw {
  const changed = result.promises.filter(isChanged)
  const same = result.promises.length - changed.length
  return (
    <>
      <p class="govuk-body-l">{headline(result, changed)}</p>
      {changed.length > 0 && <Changes tryId={tryId} changed={changed} packs={packs} />}
      {same > 0 && changed.length > 0 && (
        <p class="govuk-body">{`${of(same, 'other promise')} would have come out just as now.`}</p>
      )}
      {result.uncounted > 0 && (
        <p class="govuk-inset-text">
          {`${of(result.uncounted, 'case')} could not be counted in full: a date in it is further off than any calendar.`}
        </p>
      )}
      {changed.map((each) => (
        <WhatItTakes tried={each} result={result} packs={packs} />
      ))}
    </>
  )
}

function headline({ turned, cases, events }: TryResult, changed: readonly TriedPromise[]): string {
  const read = `${of(cases, 'case')} with ${of(events, 'event')} were read.`
  if (changed.length === 0) return `The draft would have changed no figure and turned no case. ${read}`
  return `${turned === 1 ? '1 case' : `${numberText(turned)} cases`} would have come out otherwise. ${read}`
}

function Changes({
  tryId,
  changed,
  packs,
}: {
  readonly tryId: string
  readonly changed: readonly TriedPromise[]
  readonly packs: BothPacks
}): Raw {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">What would have changed</caption>
      <TableHead columns={['Promise', 'As it is', 'With the draft', 'Cases that turn']} />
      <tbody class="govuk-table__body">
        {changed.map((each) => {
          const [now, draft] = [packs.now.get(each.promise), packs.draft.get(each.promise)]
          return (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={local`/promises/${each.promise}`}>
                  {each.promise}
                </a>
                <span class="kept-below">{(draft ?? now)?.promise}</span>
              </th>
              <td class="govuk-table__cell">
                <Standing promise={now} figure={each.before} missing="not in the pack" />
              </td>
              <td class="govuk-table__cell">
                <Standing promise={draft} figure={each.after} missing="not in the draft" />
                <span class="kept-below">
                  <strong>{verdictWords(each)}</strong>
                </span>
              </td>
              <td class="govuk-table__cell">
                <TurnedCell tryId={tryId} tried={each} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Standing({
  promise,
  figure,
  missing,
}: {
  readonly promise: PackPromise | undefined
  readonly figure: Figure | null
  readonly missing: string
}): Raw {
  if (promise === undefined || figure === null) return <>{missing}</>
  return (
    <>
      <strong>{figureText(promise, figure)}</strong>
      {figure.value !== null && <span class="kept-below">{countedText(promise, figure)}</span>}
      <span class="kept-below">{`Target: ${targetText(promise)}`}</span>
    </>
  )
}

function verdictWords({ before, after }: TriedPromise): string {
  if (before === null) return 'A new promise'
  if (after === null) return 'Promised no longer'
  if (before.verdict === after.verdict)
    return after.verdict === 'met' ? 'Kept, as now' : sameWords[after.verdict]
  return changeWords[after.verdict]
}

const sameWords = {
  met: 'Kept, as now',
  missed: 'Missed, as now',
  'nothing to count': 'Nothing to count',
} as const
const changeWords = {
  met: 'Would have been kept',
  missed: 'Would have been missed',
  'nothing to count': 'Nothing to count any more',
} as const

function TurnedCell({ tryId, tried }: { readonly tryId: string; readonly tried: TriedPromise }): Raw {
  const { toMet, toMissed, otherwise } = tried.turning
  const all = turnedIn(tried.turning)
  if (all === 0) return <>none</>
  const ways = [
    [toMissed, 'kept now, missed with the draft'],
    [toMet, 'missed now, kept with the draft'],
    [otherwise, 'counted otherwise'],
  ] as const
  return (
    <>
      <a class="govuk-link" href={local`/tries/${tryId}/turned?promise=${tried.promise}`}>
        {all === 1 ? 'The 1 case' : `The ${numberText(all)} cases`}
        <span class="govuk-visually-hidden">{` that turn of ${tried.promise}`}</span>
      </a>
      {ways.map(
        ([count, says]) => count > 0 && <span class="kept-below">{`${numberText(count)} ${says}`}</span>,
      )}
    </>
  )
}

function WhatItTakes({
  tried,
  result,
  packs,
}: {
  readonly tried: TriedPromise
  readonly result: TryResult
  readonly packs: BothPacks
}): Raw {
  const promise = packs.draft.get(tried.promise)
  const needed = promise && moreNeeded(promise, tried, result)
  if (promise === undefined || needed === undefined) return <></>
  return (
    <section>
      <h2 class="govuk-heading-m">{`What it would take to keep ${tried.promise}`}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {neededWords(promise, needed).map((says) => (
          <li>{says}</li>
        ))}
      </ul>
    </section>
  )
}

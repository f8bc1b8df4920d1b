import { overrideReasons } from '#core/acts/override-reasons.ts'
import type { StandingPromise } from '#core/promises/attention.ts'
import type { PromiseOfEdition } from '#core/promises/edition.ts'
import { capitalised } from '#core/capitalised.ts'
import { periodText } from '#core/promises/in-words.ts'
import { numberText, percentText } from '#core/promises/percent.ts'
import { figureText } from '#core/promises/shown-figure.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { amountsOf } from '#http/page/counted-words.ts'
import { dayText } from '#http/page/dates.ts'
import { SummaryLine } from '#http/layout/summary-list.tsx'
import type { Explained } from './explained.ts'

/** What a figure is made of and what is left out of it, with the reasons; and what was published of it. */
export function Explanation({
  of: { promise, edition },
  standing,
  explained,
}: {
  readonly of: PromiseOfEdition
  readonly standing: StandingPromise
  readonly explained: Explained
}): Raw {
  const { whole } = standing
  const { pauses, reasons, taken, published, asAt } = explained
  return (
    <section aria-labelledby="explained" class="kept-explained">
      <h2 class="govuk-heading-m" id="explained">
        What this figure is made of
      </h2>
      <dl class="govuk-summary-list">
        <SummaryLine name="Counted">{countedWords(standing)}</SummaryLine>
        {whole.void > 0 && (
          <SummaryLine name="Left out, and why">
            <Counts counts={Object.entries(whole.voidReasons)} />
          </SummaryLine>
        )}
        {whole.overridden > 0 && (
          <SummaryLine name="Done otherwise, with a reason">
            {reasons.size === 0 ? (
              numberText(whole.overridden)
            ) : (
              <Counts counts={[...reasons].map(inWords)} />
            )}
          </SummaryLine>
        )}
        {isFollowed(promise.measure) && (
          <SummaryLine name="Not decided yet">{openWords(standing)}</SummaryLine>
        )}
        {pauses !== undefined && pauses.paused + pauses.extended > 0 && (
          <SummaryLine name="Stood still for a while">
            {`${numberText(pauses.paused)} of ${numberText(whole.counted)} (${percentText(pauses.paused, whole.counted, undefined)}). While a clock is paused its date moves on. ${numberText(pauses.extended)} got a later date as the promise allows.`}
          </SummaryLine>
        )}
        {taken !== undefined && taken.unchecked > 0 && (
          <SummaryLine name="Not checked here">{uncheckedWords(taken)}</SummaryLine>
        )}
        <SummaryLine name="Never counted">
          {`What began before ${dayText(edition.pack.inForceFrom)}, when this edition came into force${promise.measure === 'check' ? '; what an observer marked as not applicable' : ''}; and lines that an import refused, which stand with their reasons in its report.`}
        </SummaryLine>
        <SummaryLine name="As at">{asAt}</SummaryLine>
        <SummaryLine name="Published">
          {published === undefined ? (
            'This figure has not been published.'
          ) : (
            <Published published={published} />
          )}
        </SummaryLine>
      </dl>
    </section>
  )
}

function uncheckedWords({ all, unchecked }: NonNullable<Explained['taken']>): string {
  if (all === 1)
    return 'The figure it takes from another system: it was brought in as it was, with our past, and nobody here has checked it.'
  return `${numberText(unchecked)} of the ${numberText(all)} figures it takes from other systems: brought in as they were, with our past, and checked by nobody here.`
}

/** The most frequent reason first. */
function Counts({ counts }: { readonly counts: readonly (readonly [string, number])[] }): Raw {
  return (
    <ul class="govuk-list">
      {counts
        .toSorted(([, a], [, b]) => b - a)
        .map(([reason, count]) => (
          <li>{`${reason.replaceAll('-', ' ')}: ${numberText(count)}`}</li>
        ))}
    </ul>
  )
}

function inWords([code, count]: readonly [string, number]): readonly [string, number] {
  return [overrideReasons.find((each) => each.code === code)?.label ?? code, count]
}

function countedWords({ promise, whole }: StandingPromise): string {
  const { kept, counted } = amountsOf(promise, whole)
  if (whole.counted === 0) return 'Nothing, so there is no figure: neither 0% nor 100%.'
  if (promise.measure === 'ratio') return `${kept}, divided by ${counted}.`
  return `${counted}: ${kept} kept and ${numberText(whole.counted - whole.kept)} missed, by the month in which it was decided.`
}

function isFollowed(measure: StandingPromise['promise']['measure']): boolean {
  return measure === 'clock' || measure === 'recurring'
}

function openWords({ whole: { running, paused, overdue } }: StandingPromise): string {
  const open = `${numberText(running)} running in time and ${numberText(paused)} paused: not counted yet.`
  return overdue === 0
    ? `${open} Nothing is overdue.`
    : `${open} ${numberText(overdue)} overdue: counted as missed on the day it fell due, and still to be done.`
}

function Published({
  published: { then, now },
}: {
  readonly published: NonNullable<Explained['published']>
}): Raw {
  const again = now === undefined ? undefined : figureText(now.promise, now.whole)
  return (
    <>
      <p class="govuk-body">
        {`${capitalised(periodText(then.period.name))}: ${then.figureText}, in `}
        <a class="govuk-link" href={local`/reports/${then.reportId}`}>
          the report
        </a>
        {'. '}
        {again === undefined || again === then.figureText
          ? 'Worked out again now, it is the same.'
          : `Worked out again now, it is ${again}: facts came in since. The next version of the report will show both.`}
      </p>
      {then.restates !== undefined && (
        <p class="govuk-body">{`It restates an earlier report, because ${then.restates.because}.`}</p>
      )}
    </>
  )
}

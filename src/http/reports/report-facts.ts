import { createHash } from 'node:crypto'
import type { DocumentBlock } from '#core/documents/document.ts'
import { lengthText, phrase } from '#core/promises/in-words.ts'
import { numberText } from '#core/promises/percent.ts'
import { canonical } from '#core/reporting/canonical.ts'
import type { FrozenPromise, FrozenReport } from '#core/reporting/frozen-report.ts'
import { periodWords } from '#core/reporting/report-period.ts'
import type { Standing } from '#core/promises/attention.ts'
import { type Day, longDay } from '#core/time/day.ts'
import type { Instant } from '#core/time/instant.ts'
import { zoneNamed } from '#core/time/zone.ts'
import { isRefusal } from '#core/refusal.ts'

/** What each standing is called in a report that anybody may read. */
export const resultWords: Readonly<Record<Standing, string>> = {
  missed: 'Missed',
  overdue: 'Overdue',
  signal: 'Kept, but changing',
  kept: 'Kept',
  'nothing to count': 'Nothing to count',
}

/** What stands beside a figure; what is nought is left out. */
export function factsOf({ figure, targetText }: FrozenPromise): DocumentBlock {
  const { counted, kept, overdue, running, paused, overridden, lengths, voidReasons } = figure
  const reasons = Object.entries(voidReasons).map(
    ([reason, count]) => `${reason.replaceAll('-', ' ')} ${numberText(count)}`,
  )
  return {
    kind: 'facts',
    facts: [
      { name: 'Target', value: targetText },
      {
        name: 'Kept',
        value: counted === 0 ? 'nothing to count' : `${numberText(kept)} of ${numberText(counted)}`,
      },
      ...some('Overdue', overdue, '(counted as missed)'),
      ...some('Still running', running, '(not counted yet)'),
      ...some('Paused', paused, '(not counted yet)'),
      ...some('Not counted', figure.void, reasons.length === 0 ? '' : `(${phrase(reasons)})`),
      ...some('Done otherwise, with a reason', overridden),
      ...(lengths === null
        ? []
        : [
            { name: 'Half took no longer than', value: lengthText(lengths.median, lengths.unit) },
            { name: 'Nine in ten took no longer than', value: lengthText(lengths.ninetieth, lengths.unit) },
          ]),
    ],
  }
}

function some(name: string, count: number, words = '') {
  return count === 0 ? [] : [{ name, value: `${numberText(count)} ${words}`.trim() }]
}

/** What is known of the report itself: what it speaks of, by when, and, once it is published, the digest with which it can be checked. */
export function aboutReport(frozen: FrozenReport, { isDraft = false } = {}): DocumentBlock {
  const editions = frozen.editions.map(({ edition }) => edition)
  return {
    kind: 'facts',
    facts: [
      { name: 'Standards', value: frozen.standards.title },
      { name: editions.length === 1 ? 'Edition' : 'Editions', value: phrase(editions) },
      { name: 'Time', value: periodWords(frozen.period) },
      { name: 'Version', value: String(frozen.version) },
      { name: 'Counted from what was known on', value: dateIn(frozen, frozen.asOf) },
      ...(isDraft
        ? []
        : [{ name: 'Digest of this report (SHA-256)', value: inGroups(digestOfReport(frozen)) }]),
    ],
  }
}

/** The digest that is signed, worked out from what the report says. */
export function digestOfReport(frozen: FrozenReport): string {
  return createHash('sha256').update(canonical(frozen)).digest('hex')
}

/** A date as the landlord counts its days: “20 March 2026”. */
export function dateIn(frozen: Pick<FrozenReport, 'timeZone'>, at: Instant): string {
  return longDay(dayIn(frozen, at)).replace(/^\S+ /, '')
}

/** The day of an instant, where the landlord is. */
export function dayIn({ timeZone }: Pick<FrozenReport, 'timeZone'>, at: Instant): Day {
  const zone = zoneNamed(timeZone)
  if (isRefusal(zone)) throw new Error(zone.refusal)
  return zone.dayOf(at)
}

/** In eights, so that two people can compare them over the telephone, and a narrow column can break them. */
function inGroups(digest: string): string {
  return (digest.match(/.{8}/g) ?? []).join(' ')
}

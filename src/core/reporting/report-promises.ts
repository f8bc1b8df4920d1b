import type { PackPromise } from '#core/promises/pack.ts'
import { type ReportDefinition, reportDefinitions, type ReportKind, reportKinds } from './report-kind.ts'

/**
 * Which promises a report shows: those that the pack says are reported so. Where it says so of none, those it says are
 * reported at all; where it says nothing of any, all of them. A pack for a panel shows all.
 */
export function promisesOfReport(
  definition: ReportDefinition,
  promises: readonly PackPromise[],
): readonly PackPromise[] {
  if (definition.reportedAs === undefined) return promises
  const asked = promises.filter(({ reported }) => asksFor(definition, reported))
  if (asked.length > 0) return asked
  const reported = promises.filter((promise) => promise.reported.length > 0)
  // A quarterly or annual report of everything is more use than one of nothing.
  return reported.length > 0 && definition.always !== true ? reported : promises
}

/** The reports that come round by themselves for a landlord with these promises. */
export function reportsThatCome(promises: readonly PackPromise[]): readonly ReportKind[] {
  return reportKinds.filter((kind) => {
    const definition = reportDefinitions[kind]
    if (definition.always === true) return true
    return promises.some(
      (promise) =>
        asksFor(definition, promise.reported) ||
        (kind === 'newsletter' &&
          promise.measure === 'published' &&
          promise.clauses.where.includes('newsletter')),
    )
  })
}

function asksFor({ reportedAs }: ReportDefinition, reported: readonly string[]): boolean {
  return reported.some((word) => word === reportedAs)
}

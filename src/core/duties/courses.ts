import type { RecurringPromise } from './duty-now.ts'
import type { TrainingRecord } from './training-record.ts'

/** Courses that any landlord holds. */
const usual = ['customer-care', 'complaints', 'data-protection', 'equality-and-diversity', 'telephone']

/** The courses to choose from: those that promises name, those that were ever taken, and those that any landlord holds. */
export function coursesToChoose(
  promises: readonly RecurringPromise[],
  records: readonly TrainingRecord[],
): readonly string[] {
  const asked = promises.flatMap(({ clauses }) => (clauses.doneBy ?? []).flatMap(({ when }) => when))
  const named = asked.flatMap(({ field, test }) =>
    field === 'course' && test.is === 'one of'
      ? test.values.filter((value) => typeof value === 'string')
      : [],
  )
  const taken = records.flatMap(({ courses }) => courses.map(({ course }) => course))
  return [...new Set([...named, ...taken, ...usual])].toSorted()
}

/** The courses that a promise about training names; none, where any course will do. */
export function coursesOf({ clauses }: Pick<RecurringPromise, 'clauses'>): readonly string[] {
  return (clauses.doneBy ?? [])
    .flatMap(({ when }) => when)
    .flatMap(({ field, test }) =>
      field === 'course' && test.is === 'one of'
        ? test.values.filter((value) => typeof value === 'string')
        : [],
    )
}

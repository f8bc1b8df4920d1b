import type { Acting } from '#core/people/acting.ts'
import { evidenceOf } from '#store/duties/evidence.ts'
import { recordEvidence } from '#store/duties/record-evidence.ts'
import { proposeReturn } from '#store/returns/propose.ts'
import type { Store } from '#store/store.ts'
import { readPersonTraining } from '#store/training/read-training.ts'
import { recordCourse } from '#store/training/record-training.ts'
import type { Written } from '#test/core/promises/little-pack.ts'
import { done } from '#test/store/databases.ts'

/** Promises of A’s alone: a duty, and a figure of another system. */
export const promisesOfA: readonly Written[] = [
  { recurring: { every: '1 year', duty: 'a-duty-of-the-far-side' } },
  { ratio: { share: { returned: 'a-return' }, of: { returned: 'another-return' } } },
]

/** What A recorded of them, by what it is. */
export interface DutiesOfA {
  readonly evidence: string
  readonly evidenceFile: string
  readonly trainingFile: string
  readonly return: string
}

/** Evidence with a file, a course with another, and a figure typed in by somebody else than whoever tries to check it. */
export async function dutiesOfA(store: Store, a: Acting, mark: string): Promise<DutiesOfA> {
  const staffId = a.staffId ?? ''
  const doneOn = Math.floor(store.now() / 86_400_000) - 1
  const files = (what: string) => [{ name: `${mark}.txt`, content: Buffer.from(`${mark} ${what}`) }]
  const { eventId } = done(await recordEvidence(store, a, { promise: 'P-1', doneOn, files: files('did it') }))
  const [shown] = done(await evidenceOf(store, a, 'P-1'))
  done(await recordCourse(store, a, { staffIds: [staffId], course: 'x', doneOn, files: files('was there') }))
  const { papers } = done(await readPersonTraining(store, a, staffId))
  const other = { ...a, staffId: `${staffId}-2` }
  const typed = { name: 'a-return', month: 24_240, value: 1, source: mark }
  return {
    evidence: eventId,
    evidenceFile: shown?.papers[0]?.files[0]?.attachmentId ?? '',
    trainingFile: [...papers.values()][0]?.files[0]?.attachmentId ?? '',
    return: done(await proposeReturn(store, other, typed)).returnId,
  }
}

import type { Row } from '../row.ts'
import { agree, type Contestant, type Effort, race } from '../rounds.ts'
import { byDateFns } from './by-date-fns.ts'
import { byLuxon } from './by-luxon.ts'
import { byMoment } from './by-moment.ts'
import { byOurs } from './by-ours.ts'
import { type Task, tasks } from './tasks.ts'

/** Working time against three libraries that count it too: answers compared first, then rates. */
export function workingTimeRows(effort: Effort): readonly Row[] {
  const ours = byOurs()
  const others = [byDateFns(), byLuxon(), byMoment()]
  return tasks.flatMap((task) => rowsOf(task, ours, others, effort))
}

type Answers = Partial<Record<Task, Contestant>>

function rowsOf(
  task: Task,
  ours: Required<Answers>,
  others: readonly Answers[],
  effort: Effort,
): readonly Row[] {
  const theirs = others.flatMap((each) => each[task] ?? [])
  for (const each of theirs) agree(ours[task], each)
  const [rate = 0, ...rates] = race([ours[task], ...theirs], effort)
  return theirs.map(
    ({ name }, place): Row => ({
      what: task,
      ours: rate,
      theirs: rates[place] ?? 0,
      baseline: name,
      unit: 'a second',
      budget: { of: 'ours', is: 'at least', amount: 3e6 },
    }),
  )
}

import type { CaseEvent, FieldValue } from '#core/ledger/event.ts'
import { valueText } from '../casework/code-words.ts'

/** What is known of a repair, from its events as they count now. */
export interface RepairFacts {
  readonly priority: Priority | undefined
  /** The appointment that stands, where one does. */
  readonly appointment: FieldValue | undefined
  /** When the customer was told it will be done, where they were told of a delay. */
  readonly newDate: FieldValue | undefined
  readonly delays: readonly CaseEvent[]
  readonly completed: CaseEvent | undefined
  readonly recalls: number
  readonly cancelled: boolean
  readonly noAccess: number
}

export type Priority = 'emergency' | 'urgent' | 'routine'

/** Every priority, the most pressing first, with plain help to choose. */
export const priorities: readonly {
  readonly value: Priority
  readonly label: string
  readonly hint: string
}[] = [
  {
    value: 'emergency',
    label: 'Emergency',
    hint: 'Somebody may be hurt or the home damaged: no power, no water, a burst pipe, a door that does not lock, no heating in the cold with a small child or somebody ill.',
  },
  {
    value: 'urgent',
    label: 'Urgent',
    hint: 'Life at home is hard without it: one toilet that does not flush, a leak that can be caught, no hot water, a fault that gets worse.',
  },
  {
    value: 'routine',
    label: 'Routine',
    hint: 'It can wait: a dripping tap, a loose door, a cracked tile, a gutter.',
  },
]

/** Tells a priority from other text. */
export function isPriority(text: string): text is Priority {
  return priorities.some(({ value }) => value === text)
}

/** Reads the facts; the last word counts. */
export function repairFacts(events: readonly CaseEvent[]): RepairFacts {
  const all = (type: string) => events.filter((event) => event.type === type)
  const said = events.findLast(({ type }) => type === 'repair-reported' || type === 'priority-changed')
  const priority = valueText(said?.data['priority'])
  const arranged = events.findLast(({ type }) => arranges.has(type))
  const done = events.findLast(({ type }) => type === 'repair-completed' || type === 'repair-recalled')
  const delays = all('repair-delay-told')
  return {
    priority: isPriority(priority) ? priority : undefined,
    appointment: arranged?.type === 'appointment-booked' ? arranged.data['for'] : undefined,
    newDate: delays.at(-1)?.data['newDate'],
    delays,
    completed: done?.type === 'repair-completed' ? done : undefined,
    recalls: all('repair-recalled').length,
    cancelled: all('repair-cancelled').length > 0,
    noAccess: all('no-access').length,
  }
}

const arranges: ReadonlySet<string> = new Set([
  'appointment-booked',
  'appointment-cancelled',
  'appointment-missed',
  'no-access',
])

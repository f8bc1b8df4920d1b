import type { CallWeek, HalfHour } from './call-week.ts'
import { answeredInTime, type CallPromise, onTheRota, type Patience, peopleNeeded } from './people-needed.ts'

/** By what people are planned. */
export interface PlanTerms {
  readonly promise: CallPromise
  /** Of every hundred on the rota, how many are on leave, in training or on a break. */
  readonly awayPercent: number
  /** How many answer now, where somebody says. */
  readonly people: number | undefined
}

/** What each half hour of the week needs; undefined where there are too few calls to say. */
export interface StaffPlan {
  readonly patience: { readonly patienceSeconds: number; readonly isAssumed: boolean }
  readonly halfHours: readonly PlannedHalfHour[]
}

/** A half hour with the people it needs. */
export interface PlannedHalfHour extends HalfHour {
  /** Where callers give up as they do (Erlang A); undefined where no number of people keeps the promise. */
  readonly needed: number | undefined
  /** Where nobody ever gave up (Erlang C): the safe side. */
  readonly neededIfAllWait: number | undefined
  /** How many to put on the rota, so that as many as are needed are there. */
  readonly onRota: number | undefined
  /** The share answered in time with one fewer, and as needed. */
  readonly shares: { readonly oneFewer: number; readonly asNeeded: number } | undefined
}

/** Below so many calls in all, or so few in a half hour of the week, chance says more than the means. */
export const enoughCalls = 200
const enoughInHalfHour = 10

/** How long callers wait on average before they give up, where too few did to say. */
const assumedPatience = 180

/** Plans every half hour in which enough calls came; undefined where there are too few, or none of known length. */
export function planWeek(week: CallWeek, terms: PlanTerms): StaffPlan | undefined {
  if (week.calls < enoughCalls || week.talkSeconds === undefined) return undefined
  const patience = {
    patienceSeconds: week.patienceSeconds ?? assumedPatience,
    isAssumed: week.patienceSeconds === undefined,
  }
  const halfHours = week.halfHours
    .filter(({ calls }) => calls >= enoughInHalfHour)
    .map((each) => planned(each, terms, patience))
  return { patience, halfHours }
}

function planned(
  halfHour: HalfHour,
  { promise, awayPercent }: PlanTerms,
  patience: Exclude<Patience, 'without end'>,
): PlannedHalfHour {
  const { load } = halfHour
  const share = (there: number) => answeredInTime(there, load, patience, promise)
  const needed = peopleNeeded(load, patience, promise)
  return {
    ...halfHour,
    needed,
    neededIfAllWait: peopleNeeded(load, 'without end', promise),
    onRota: needed === undefined ? undefined : onTheRota(needed, awayPercent),
    shares: needed === undefined ? undefined : { oneFewer: share(needed - 1), asNeeded: share(needed) },
  }
}

import 'moment'

/** The package brings no types: what the benchmark uses of what it adds to moment. */
declare module 'moment' {
  interface Moment {
    addWorkingTime(amount: number, unit: 'days' | 'minutes'): Moment
    workingDiff(to: Moment, unit: 'days' | 'minutes'): number
  }
}

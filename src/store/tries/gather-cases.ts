import type { CaseEvent } from '#core/ledger/event.ts'

/** Puts together the events of each case, which come one case after another; only those of one case are held. */
export interface CaseGathering {
  add(event: CaseEvent): void
  /** How many events of the case that is being gathered there are so far. */
  heldOf(id: string): number
  /** After the last event. */
  end(): void
}

/** Begins to gather; `tell` is told of every case with all its events. */
export function gatherCases(tell: (id: string, told: readonly CaseEvent[]) => void): CaseGathering {
  let id = ''
  let told: CaseEvent[] = []
  const end = () => {
    if (told.length > 0) tell(id, told)
    told = []
  }
  return {
    add(event) {
      if (event.case !== id) end()
      id = event.case
      told.push(event)
    },
    heldOf: (each) => (each === id ? told.length : 0),
    end,
  }
}

import { effectiveEvents } from '#core/ledger/effective.ts'
import type { CaseEvent } from '#core/ledger/event.ts'
import { parseEvent } from '#core/ledger/parse-event.ts'
import { mergedInto, mergedTimeline, type Timeline } from '#core/ledger/timeline.ts'
import { inWords, isRefusal } from '#core/refusal.ts'
import type { Instant } from '#core/time/instant.ts'
import { vocabulary } from '../../compose.ts'
import { caseOf } from './case-of.ts'
import { byCase, type FactHearer, type FactSource, keyOf } from './facts.ts'
import type { Progress } from './open-file.ts'
import { astrayFault, rowsOf } from './read-facts.ts'

/** Each reading of the files finds one more link of a chain of merges; no chain is longer. */
const mostReadings = 21

/** One case as the files have it, and what of them could not be seen. */
export interface CaseRead {
  /** Undefined where no good row is of this case. */
  readonly timeline: Timeline | undefined
  /** Rows too faulty to say whose they are: some may be of this case. */
  readonly nobodys: number
  /** Events of this case that happened, or were told, after the instant asked for. */
  readonly later: number
  /** The case that it was merged into and that was not found. */
  readonly astray: string | undefined
}

type Hearer = Omit<FactHearer, 'onCase'>

interface Gathered {
  readonly cases: ReadonlyMap<string, readonly CaseEvent[]>
  /** Their rows as they were, by key. */
  readonly texts: ReadonlyMap<number, string>
  readonly nobodys: number
}

/** Reads one case with those it was merged into. Only their rows are held, so a long file costs no memory. */
export async function readCase(
  source: FactSource,
  id: string,
  asOf: Instant,
  hearer: Hearer,
  progress: Progress,
): Promise<CaseRead> {
  const wanted = new Set([id])
  const once = toldOnce(hearer)
  for (let reading = 1; ; reading++) {
    const gathered = await gather(source, wanted, once, progress)
    const known = new Map(
      [...gathered.cases].map(([each, told]) => [each, knownOf(told, gathered, asOf, once)]),
    )
    const survivors = [...known.values()].map(mergedInto).filter((into) => into !== undefined)
    const next = survivors.find((into) => !wanted.has(into))
    // Standard input can be read only once, so there a merged case is seen without the one it was merged into.
    if (next === undefined || reading === mostReadings || source.files.includes('-')) {
      const own = gathered.cases.get(id)
      return {
        timeline: own === undefined ? undefined : mergedTimeline(id, known),
        nobodys: gathered.nobodys,
        later: own?.filter((event) => event.at > asOf || event.recordedAt > asOf).length ?? 0,
        astray: survivors.find((into) => !known.has(into)),
      }
    }
    wanted.add(next)
  }
}

async function gather(
  source: FactSource,
  wanted: ReadonlySet<string>,
  hearer: Hearer,
  progress: Progress,
): Promise<Gathered> {
  const events: CaseEvent[] = []
  const texts = new Map<number, string>()
  let nobodys = 0
  for await (const { file, rows } of rowsOf(source, progress, hearer.onHeading)) {
    for (const row of rows) {
      const key = keyOf(file, row.line)
      const fault = 'fault' in row ? row.fault : undefined
      const whose = whoseRow(row.text, fault, wanted)
      if (whose === 'nobody’s') nobodys += 1
      if (whose !== 'theirs') continue
      const event = fault === undefined ? parseEvent(row.text, key, vocabulary) : { refusal: fault }
      if (isRefusal(event)) hearer.onFault({ key, text: row.text, fault: inWords(event) })
      else events.push(event)
      texts.set(key, row.text)
    }
  }
  return { cases: byCase(events), texts, nobodys }
}

/** A row that cannot be read counts as theirs where it names one of them anywhere. */
function whoseRow(
  text: string,
  fault: string | undefined,
  wanted: ReadonlySet<string>,
): 'theirs' | 'others’' | 'nobody’s' {
  const id = fault === undefined ? caseOf(text) : ''
  if (id !== '') return wanted.has(id) ? 'theirs' : 'others’'
  return wanted.values().some((each) => names(text, each)) ? 'theirs' : 'nobody’s'
}

/** Whether an id stands in a text as a word of its own: “c1” does not stand in “c12”. */
function names(text: string, id: string): boolean {
  return text.includes(id) && new RegExp(`(?<![\\w-])${RegExp.escape(id)}(?![\\w-])`).test(text)
}

function knownOf(
  told: readonly CaseEvent[],
  { texts }: Gathered,
  asOf: Instant,
  { onFault }: Hearer,
): readonly CaseEvent[] {
  const { events, astray } = effectiveEvents(told, asOf)
  for (const mend of astray)
    onFault({ key: mend.line, text: texts.get(mend.line) ?? '', fault: astrayFault(mend) })
  return events
}

/** The files are read again for each merge: what was told of a row is not told twice. */
function toldOnce({ onFault, onHeading }: Hearer): Hearer {
  const told = new Set<number>()
  return {
    onHeading,
    onFault(row) {
      if (told.has(row.key)) return
      told.add(row.key)
      onFault(row)
    },
  }
}

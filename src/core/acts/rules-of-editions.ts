import type { CaseEvent } from '#core/ledger/event.ts'
import type { Edition } from '#core/promises/edition.ts'
import { rulePrograms } from '#core/promises/meters/meters-of.ts'
import type { RuleProgram } from '#core/promises/rule-judging.ts'
import type { PromiseAsks } from './promise-asks.ts'

/** A rule of one edition that applies to acts, with the words of its promise. */
export interface ActRule extends RuleProgram {
  readonly says: string
}

/** The rules of a landlord’s editions, found by what they apply to. */
export interface ActRules {
  /** By the type of act. */
  readonly on: ReadonlyMap<string, readonly ActRule[]>
  /** Those that ask for something to follow. */
  readonly later: readonly ActRule[]
}

const made = new WeakMap<readonly Edition[], ActRules>()

/** The rules of these editions, worked out once. A `late` rule applies to no act: its clock tells. */
export function actRules(editions: readonly Edition[]): ActRules {
  const found = made.get(editions)
  if (found !== undefined) return found
  const rules = editions.flatMap((edition) =>
    edition.pack.promises.flatMap(({ id, measure, promise: says }) =>
      measure === 'rule' ? rulePrograms([edition], id).map((program) => ({ ...program, says })) : [],
    ),
  )
  const byType = Map.groupBy(
    rules.flatMap((rule) => typesOf(rule).map((type) => ({ type, rule }))),
    ({ type }) => type,
  )
  const on = new Map([...byType].map(([type, each]) => [type, each.map(({ rule }) => rule)]))
  const later = rules.filter(({ clauses }) => clauses.later !== undefined)
  made.set(editions, { on, later })
  return { on, later }
}

/** The rules that may apply to an act: of its type, in the edition in force when it happens. */
export function rulesOn(editions: readonly Edition[], { type, at }: Pick<CaseEvent, 'type' | 'at'>) {
  return (actRules(editions).on.get(type) ?? []).filter(({ from, before }) => at >= from && at < before)
}

/** The promise with what it asks. */
export function asks(rule: ActRule, asked: Partial<Omit<PromiseAsks, 'promise' | 'says'>>): PromiseAsks {
  return { promise: rule.promise, says: rule.says, fields: [], ...asked }
}

function typesOf({ clauses }: ActRule): readonly string[] {
  return [...new Set((clauses.appliesTo ?? []).map(({ event }) => event))]
}

import type { Act } from '#store/ledger/act.ts'

/** How one rule of a pack is met at the act: what lacks, and what makes it whole. */
export interface RuleTried {
  /** The folder of its pack. */
  readonly pack: string
  readonly rule: string
  readonly kind: string
  /** What happened in the case before; it is told by a program, so nothing of it is refused. */
  readonly before: readonly Act[]
  /** The act of staff that lacks what the rule asks. */
  readonly act: Act
  /** The fields that the same act carries where it is whole. */
  readonly gives?: Readonly<Record<string, unknown>>
  /** Or the acts that are done before it. */
  readonly first?: readonly Act[]
  /** What the rule asks to follow, where that is not what the act is refused for. */
  readonly then?: readonly Act[]
}

const packs: Readonly<Record<string, string>> = {
  LIN: 'linstone',
  LHH: 'longhurst-and-havelok',
  MGH: 'mount-green',
  OHG: 'one-housing-group',
  SLH: 'south-lakes',
}

/** A rule tried in a case of a kind: after what came before, with an act that lacks what is asked, and what makes it whole. */
export function tried(
  rule: string,
  kind: string,
  before: readonly Act[],
  act: Act,
  whole: Pick<RuleTried, 'gives' | 'first' | 'then'>,
): RuleTried {
  return { pack: packs[rule.slice(0, 3)] ?? rule, rule, kind, before, act, ...whole }
}

import type { Figure } from '#core/promises/figure.ts'
import { lengthText } from '#core/promises/in-words.ts'
import { canonical } from './canonical.ts'

/** A number of a figure that is another than it was. */
export interface FigureChange {
  /** Which number, in words. */
  readonly what: string
  readonly was: string
  readonly is: string
}

/**
 * What differs between a figure that was published and the same worked out again. The target and the verdict are left out:
 * a new edition may set another target, and that makes no old figure wrong.
 */
export function changesOf(was: Figure, is: Figure): readonly FigureChange[] {
  const numbers = compared.flatMap(([what, read]) => change(what, read(was), read(is)))
  return [
    ...numbers,
    ...comparedLengths.flatMap((each) => lengthChange(was.lengths, is.lengths, each)),
    ...named('void: ', was.voidReasons, is.voidReasons),
    ...named('', was.beside, is.beside),
  ]
}

const compared: readonly (readonly [string, (figure: Figure) => unknown])[] = [
  ['kept', ({ kept }) => kept],
  ['counted', ({ counted }) => counted],
  ['still running', ({ running }) => running],
  ['overdue', ({ overdue }) => overdue],
  ['paused', ({ paused }) => paused],
  ['not counted', (figure) => figure.void],
  ['done otherwise with a reason', ({ overridden }) => overridden],
  ['how many took how long', ({ lengths }) => lengths?.count ?? 0],
]

const comparedLengths = [
  ['mean length', 'mean'],
  ['median length', 'median'],
  ['length of nine in ten', 'ninetieth'],
] as const

/** Lengths as people say them; what reads alike but differs in a fraction is shown as the numbers it is. */
function lengthChange(
  was: Figure['lengths'],
  is: Figure['lengths'],
  [what, which]: (typeof comparedLengths)[number],
): readonly FigureChange[] {
  const changes = change(what, was?.[which] ?? null, is?.[which] ?? null)
  const said = (lengths: Figure['lengths']) =>
    lengths === null ? 'none' : lengthText(lengths[which], lengths.unit)
  return said(was) === said(is) ? changes : changes.map(() => ({ what, was: said(was), is: said(is) }))
}

function named(
  before: string,
  was: Readonly<Record<string, number>>,
  is: Readonly<Record<string, number>>,
): readonly FigureChange[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted()
  return names.flatMap((name) => change(`${before}${name}`, was[name] ?? 0, is[name] ?? 0))
}

function change(what: string, was: unknown, is: unknown): readonly FigureChange[] {
  return canonical(was) === canonical(is) ? [] : [{ what, was: shown(was), is: shown(is) }]
}

function shown(value: unknown): string {
  if (value === null) return 'none'
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : canonical(value)
}

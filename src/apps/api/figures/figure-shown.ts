import { type Static, Type } from 'typebox'
import type { Figure } from '#core/promises/figure.ts'
import type { Kept } from '#http/api/answer.ts'
import { object, oneOf, orNull } from '#http/api/schema.ts'

const count = (description: string) => Type.Integer({ minimum: 0, description })

/** A figure as the API shows it. */
export const figureSchema = object(
  {
    promise: Type.String({ description: 'the promise’s id' }),
    period: Type.String({ description: '`2026-03`, `2026-Q1`, `2026` or `all`' }),
    kept: Type.Number({ description: 'how many were kept; for a ratio, the sum above the line' }),
    counted: Type.Number({ description: 'met and missed; for a ratio, the sum below the line' }),
    value: orNull(Type.Number({ description: 'kept / counted; null where nothing was counted' })),
    target: orNull(Type.String({ description: 'the target in the pack’s words' })),
    verdict: oneOf(['met', 'missed', 'nothing to count'], 'whether the target was reached'),
    running: count('in time and undecided when the period ended'),
    overdue: count('missed and still not stopped when the period ended'),
    paused: count('paused when the period ended'),
    void: count('not counted'),
    voidReasons: Type.Record(Type.String(), Type.Integer(), { description: 'how many were void, by reason' }),
    overridden: count('acts done otherwise, with a reason on record'),
    lengths: orNull(
      object({
        unit: oneOf(['working days', 'days', 'seconds', 'working minutes'], 'what lengths are counted in'),
        count: count('how many were stopped'),
        mean: Type.Number(),
        median: Type.Number(),
        ninetieth: Type.Number({ description: 'nine in ten took no longer' }),
      }),
    ),
    beside: Type.Record(Type.String(), Type.Number(), {
      description: 'further sums that the promise asks for',
    }),
  },
  { title: 'Figure' },
)

/** A figure, field by field. */
export function shownFigure(figure: Figure): Kept<Static<typeof figureSchema>> {
  const { lengths } = figure
  return {
    promise: figure.promise,
    period: figure.period,
    kept: figure.kept,
    counted: figure.counted,
    value: figure.value,
    target: figure.target,
    verdict: figure.verdict,
    running: figure.running,
    overdue: figure.overdue,
    paused: figure.paused,
    void: figure.void,
    voidReasons: figure.voidReasons,
    overridden: figure.overridden,
    lengths: lengths && {
      unit: lengths.unit,
      count: lengths.count,
      mean: lengths.mean,
      median: lengths.median,
      ninetieth: lengths.ninetieth,
    },
    beside: figure.beside,
  }
}

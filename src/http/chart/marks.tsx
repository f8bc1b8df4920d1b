import { symbol, symbolCircle, symbolDiamond2, symbolSquare2, symbolTriangle } from 'd3-shape'
import type { Raw } from '#http/html/raw.ts'
import type { Mark } from './series.ts'

/** A point's mark: the shape alone tells which signal it is part of; the colour only says it again. */
export function MarkPath({ mark, x, y, children }: MarkProps): Raw {
  return (
    <g class={`mark ${classOf[mark]}`} transform={`translate(${x},${y})`}>
      {children}
      <path d={shapes[mark]} />
    </g>
  )
}

/** The same mark in a line of text; the words beside it say what it means. */
export function MarkIcon({ mark }: { readonly mark: Mark }): Raw {
  return (
    <svg class="icon" viewBox="-8 -8 16 16" width={20} height={20} aria-hidden="true" focusable="false">
      <MarkPath mark={mark} x={0} y={0} />
    </svg>
  )
}

interface MarkProps {
  readonly mark: Mark
  readonly x: number
  readonly y: number
  readonly children?: Raw
}

const classOf: Readonly<Record<Mark, string>> = {
  plain: 'mark-plain',
  'outside the limits': 'mark-outside',
  run: 'mark-run',
  trend: 'mark-trend',
}

const shapes: Readonly<Record<Mark, string>> = {
  plain: pathOf(symbolCircle, 50),
  'outside the limits': pathOf(symbolDiamond2, 160),
  run: pathOf(symbolSquare2, 150),
  trend: pathOf(symbolTriangle, 110),
}

function pathOf(type: typeof symbolCircle, area: number): string {
  return (symbol(type, area)() ?? '').replace(/\d+\.\d+/g, (digits) =>
    String(Math.round(Number(digits) * 10) / 10),
  )
}

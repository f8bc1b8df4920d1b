import type { TObject } from 'typebox'

/** Parameters come as text: each is read as what its schema says it is. What does not read so stays text, and is refused. */
export function valuesOf(schema: TObject, sent: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sent)) values[name] = valueOf(schema.properties[name], value)
  return values
}

interface Shape {
  readonly type?: unknown
  readonly items?: Shape
}

function valueOf(shape: Shape | undefined, value: unknown): unknown {
  if (shape?.type === 'array') return [value].flat().map((item) => valueOf(shape.items, item))
  if (typeof value !== 'string') return value
  if (shape?.type === 'integer' || shape?.type === 'number') return numberOf(value)
  if (shape?.type === 'boolean') return booleans.get(value) ?? value
  return value
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
])

function numberOf(text: string): number | string {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text
}

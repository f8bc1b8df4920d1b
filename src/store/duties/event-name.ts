import type { CaseEvent } from '#core/ledger/event.ts'

/** By what a correction calls an event: its id, or its type and time. */
export function eventName({ id, type, at }: Pick<CaseEvent, 'id' | 'type' | 'at'>): string {
  return id ?? `${type}@${new Date(at).toISOString()}`
}

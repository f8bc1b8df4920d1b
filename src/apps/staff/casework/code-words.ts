import type { FieldValue } from '#core/ledger/event.ts'

/** Pence as money: “£12.50”. */
export function moneyText(pence: number): string {
  return (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })
}

/** A plain value of an event as text; empty where there is none. */
export function valueText(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

import type { Permission } from '#core/people/permission.ts'
import type { Transaction } from '../database.ts'

/**
 * The same transaction with leave for one more thing: who answers a survey may do that and nothing else, and who checks a figure may
 * not record one alone; what it comes to is recorded here for them.
 */
export function withLeave(tx: Transaction, permission: Permission): Transaction {
  return { ...tx, acting: { ...tx.acting, may: new Set([...tx.acting.may, permission]) } }
}

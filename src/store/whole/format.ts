/** The first line of a whole landlord: what it is, and what it fits. */
export interface Header {
  readonly kept: 'whole landlord'
  readonly format: 1
  /** The latest migration of the database it comes from. */
  readonly schema: string
  readonly slug: string
  readonly name: string
  /** Whether it has what only a backup has. */
  readonly backup: boolean
}

/** The last line: how many lines came before it, and the digest of them all. */
export interface Trailer {
  readonly end: { readonly lines: number; readonly sha256: string }
}

/** What stands before the row, which follows letter for letter as the database wrote it. */
export function rowLine(table: string, row: string): string {
  return `{"table":"${table}","row":${row}}`
}

/** The table and the row of a line; undefined where it is none. */
export function rowIn(line: string): { readonly table: string; readonly row: string } | undefined {
  const found = beforeRow.exec(line)
  if (found?.[1] === undefined || !line.endsWith('}}')) return undefined
  return { table: found[1], row: line.slice(found[0].length, -1) }
}

const beforeRow = /^\{"table":"([a-z_]{1,63})","row":(?=\{)/

/** One SQL statement under a name, so that PostgreSQL plans it once a connection. `Row` is what it gives. */
export interface Statement<Row> {
  readonly name: string
  readonly text: string
  /** Only for the compiler: no value has it. */
  readonly gives?: Row
}

/**
 * One of the values of a parameter that is an array of texts. As a query of its own, since PostgreSQL otherwise plans the statement
 * anew each time, to see how many values there are: that took longer than looking up a case.
 */
export function oneOf(parameter: `$${number}`): string {
  return `any ((select ${parameter}::text[])::text[])`
}

/** Names a statement. Names are kept short of PostgreSQL's 63 letters and are unique among all statements. */
export function statement<Row = never>(name: string, text: string): Statement<Row> {
  if (name.length > 63) throw new Error(`the name of the statement ${name} is over 63 characters long`)
  return { name, text }
}

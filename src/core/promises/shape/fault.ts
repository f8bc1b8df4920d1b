/** One thing wrong in a file that people write, with its place and, where we can tell, what to write instead. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The way to the field, such as `promises[3] LHH-04 / clock / within`. */
  readonly field: string
  readonly fault: string
  readonly fix?: string
}

/** One line for a terminal: place first, so that editors can jump to it. */
export function faultLine(fault: Fault): string {
  const fix = fault.fix === undefined ? '' : `; ${fault.fix}`
  const field = fault.field === '' ? '' : `${fault.field}: `
  return `${fault.file}:${fault.line}:${fault.column}: ${field}${fault.fault}${fix}`
}

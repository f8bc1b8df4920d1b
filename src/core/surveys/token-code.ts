/**
 * A code as somebody typed it, whichever case and however spaced, with O read as 0 and I and L as 1; undefined where it cannot be
 * one of ours.
 */
export function readCode(typed: string): string | undefined {
  if (typed.length > 60) return undefined
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(text) ? text : undefined
}

/** The code as it stands in a link and on paper: `4F7K-2MPX-9QAB-CDEF`. */
export function codeText(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

import { missingOf, type Program } from '#http/formats/programs.ts'

/** Why a test that needs programs of the machine is left out: only where whoever runs the tests knows that they are missing. */
export function skippedWithout(...programs: readonly Program[]): string | false {
  const missing = process.env['KEPT_WITHOUT_FORMATS'] === '1' ? missingOf(programs) : undefined
  return missing === undefined ? false : `${missing.refusal}, and KEPT_WITHOUT_FORMATS=1`
}

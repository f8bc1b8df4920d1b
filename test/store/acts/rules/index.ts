import { earlier } from './earlier.ts'
import { fields } from './fields.ts'
import { later } from './later.ts'
import type { RuleTried } from './tried.ts'

/** Every rule that is asked for at an act, with the act. */
export const rulesToTry: readonly RuleTried[] = [...fields, ...earlier, ...later]

/** Rules that no act can be refused for, each with the reason. */
export const notAskedAtTheAct: Readonly<Record<string, string>> = {
  'LHH-32': 'it judges clocks that were missed',
  'LHH-33': 'it judges clocks that were missed',
  'LHH-41': 'it judges clocks that were missed',
  'MGH-13': 'it judges clocks that were missed',
  'SLH-38': 'it judges clocks that were missed',
  'LIN-47': 'the record is all that is asked',
  'MGH-53': 'the record is all that is asked',
  'OHG-37': 'the record is all that is asked',
  'OHG-19': 'nothing can be recorded without it',
  ...Object.fromEntries(
    [
      'LHH-01',
      'LIN-37',
      'LIN-51',
      'LIN-53',
      'MGH-58',
      'MGH-89',
      'MGH-94',
      'MGH-95',
      'MGH-98',
      'MGH-101',
      'SLH-66',
    ].map((rule) => [rule, 'it says what was found of an arrangement, and “no” is an answer']),
  ),
}

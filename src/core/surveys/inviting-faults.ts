import { type Refused, refused } from '../refused.ts'
import { type Inviting, isFollowed } from './survey.ts'

/** Why nobody can be invited so. */
export function invitingFault(inviting: Inviting): Refused | undefined {
  if (!inviting.after.every(isFollowed) || inviting.after.length > 10)
    return refused('not valid', 'a survey cannot follow this', 'choose from the list', '/after')
  if (inviting.seed.length === 0 || inviting.seed.length > 40)
    return refused(
      'not valid',
      'the word for the draw is empty, or longer than 40 letters',
      'write one word',
      '/seed',
    )
  const { only } = inviting
  if (only !== null && (!/^[a-z][A-Za-z0-9-]{0,59}$/.test(only.field) || only.value.length > 100))
    return refused(
      'not valid',
      'this is no field of an event, or its value is too long',
      'look in the glossary, or leave it empty',
      '/onlyField',
    )
  const wrong = limits.find(
    ([name, least, most]) => !(inviting[name] >= least && inviting[name] <= most && whole(inviting[name])),
  )
  if (wrong === undefined) return undefined
  const [name, least, most] = wrong
  return refused(
    'not valid',
    `this is not a whole number from ${least} to ${most}`,
    'write another number',
    `/${name}`,
  )
}

const whole = Number.isSafeInteger

const limits = [
  ['afterDays', 0, 730],
  ['oneIn', 1, 1000],
  ['quietDays', 0, 1000],
  ['reminders', 0, 2],
  ['reminderDays', 1, 90],
  ['openDays', 7, 365],
] as const

/** Why an act was done otherwise than a promise says. Forms offer these; a program may send a code of its own. */
export const overrideReasons: readonly OverrideReason[] = [
  { code: 'customer-asked', label: 'The customer asked for it to be done this way' },
  { code: 'customer-declined', label: 'The customer did not want it' },
  { code: 'customer-not-reached', label: 'We could not reach the customer' },
  { code: 'does-not-apply', label: 'It does not apply to this case' },
  { code: 'could-not-wait', label: 'It could not wait' },
  { code: 'not-safe', label: 'It would not have been safe' },
  { code: 'not-to-be-had', label: 'Nobody or nothing suitable was available' },
  { code: 'not-known', label: 'It is not known' },
  { code: 'not-done', label: 'It was missed' },
  { code: 'law-forbids', label: 'The law does not allow it' },
]

export interface OverrideReason {
  readonly code: string
  readonly label: string
}

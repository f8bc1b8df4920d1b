import { code, codeOrYes, dateOrInstant, promised, toRecord } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** The steps to court, which come last of all. */
export const rentCourt: Readonly<Record<string, EventDefinition>> = {
  'notice-served': { says: 'A formal notice was served.' },
  'court-application-made': { says: 'We applied to court.' },
  'hearing-listed': {
    says: 'The court set a hearing.',
    fields: {
      on: toRecord(dateOrInstant('the day of the hearing')),
      time: promised(code('the time of the hearing, such as 10:30')),
      venue: promised(code('where the hearing is')),
    },
  },
  'court-pack-sent': {
    says: 'The customer was sent what they need before the hearing.',
    fields: {
      statement: promised(codeOrYes('the current rent statement is in it')),
      benefitStatus: codeOrYes('how things stand with housing benefit is in it, where it applies'),
      hearing: promised(codeOrYes('the time, date and venue of the hearing are in it')),
      order: promised(codeOrYes('the order we ask for is in it')),
    },
  },
  'hearing-held': { says: 'The hearing took place.' },
}

import { asked, code, codeOrYes, dateOrInstant, promised, toRecord } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** The steps to court, which come last of all. */
export const rentCourt: Readonly<Record<string, EventDefinition>> = {
  'notice-served': {
    says: 'A formal notice was served.',
    plainly: { says: 'we gave you formal notice' },
    act: 'Serve notice',
  },
  'court-application-made': {
    says: 'We applied to court.',
    plainly: { says: 'we applied to the court' },
    act: 'Apply to court',
    follows: ['notice-served'],
  },
  'hearing-listed': {
    says: 'The court set a hearing.',
    plainly: { says: 'the court set a hearing' },
    act: 'Record the hearing',
    fields: {
      on: asked('On which day?', toRecord(dateOrInstant('the day of the hearing'))),
      time: asked('At what time?', promised(code('the time of the hearing, such as 10:30'))),
      venue: asked('Where?', promised(code('where the hearing is')), {
        suggests: ['county-court', 'online'],
      }),
    },
  },
  'court-pack-sent': {
    says: 'The customer was sent what they need before the hearing.',
    plainly: {
      says: 'we sent you the papers for the hearing',
      when: {
        statement: { given: 'with your rent statement' },
        hearing: { given: 'the time and place' },
        order: { given: 'and the order that we ask for' },
      },
    },
    act: 'Send the court pack',
    follows: ['hearing-listed'],
    fields: {
      statement: asked(
        'Is the rent statement in it?',
        promised(codeOrYes('the current rent statement is in it')),
      ),
      benefitStatus: asked(
        'Does it say how things stand with housing benefit?',
        codeOrYes('how things stand with housing benefit is in it, where it applies'),
      ),
      hearing: asked(
        'Are time, date and venue of the hearing in it?',
        promised(codeOrYes('the time, date and venue of the hearing are in it')),
      ),
      order: asked('Is the order we ask for in it?', promised(codeOrYes('the order we ask for is in it'))),
    },
  },
  'hearing-held': {
    says: 'The hearing took place.',
    plainly: { says: 'the hearing took place' },
    act: 'Record that it took place',
    follows: ['hearing-listed'],
    notAfter: ['hearing-held'],
    asksFor: { kind: 'note', label: 'What was ordered?' },
  },
}

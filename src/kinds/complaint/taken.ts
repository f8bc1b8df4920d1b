import { channel, code, dateOrInstant, id, promised, toRecord } from '#core/field.ts'
import type { EventDefinition } from '#core/kind.ts'

/** From the complaint's coming in to its being looked into. */
export const complaintTaken: Readonly<Record<string, EventDefinition>> = {
  'complaint-received': {
    says: 'A complaint came, in any form.',
    permission: 'cases.write',
    fields: {
      channel: toRecord(channel('how it came')),
      about: promised(
        code('what it is about: repair, information, behaviour, application, standard, neighbour …'),
      ),
      complainant: promised(
        code(
          'who complains, for themselves or for somebody else: customer, owner, applicant, representative, mp …',
        ),
      ),
    },
  },
  'complaint-redirected': {
    says: 'It belongs to another procedure and was passed there.',
    closes: true,
    fields: { to: toRecord(code('the procedure, such as antisocial-behaviour')) },
  },
  'complaint-acknowledged': {
    says: 'We said that it came, who looks into it and when a decision comes.',
    fields: {
      investigator: promised(id('who looks into it')),
      decisionOn: promised(dateOrInstant('when a decision comes')),
    },
  },
  'complaint-extended': {
    says: 'We told the complainant that it takes longer, why, and until when.',
    fields: {
      newDate: promised(dateOrInstant('when the answer will come')),
      reason: promised(code('why it takes longer')),
    },
  },
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  channels,
  complainants,
  complaintsAbout,
  otherHelpers,
  priorities,
  senders,
} from '#apps/staff/contacts/choices.ts'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import { kinds } from '#kinds/index.ts'

const { events } = vocabularyOf(kinds)

test('What the form of a contact offers is what the kinds of case offer, in words of its own', () => {
  const offered = [
    [channels, 'contact-received', 'channel'],
    [senders, 'contact-received', 'from'],
    [complaintsAbout, 'complaint-received', 'about'],
    [complainants, 'complaint-received', 'complainant'],
    [priorities, 'repair-reported', 'priority'],
    [otherHelpers, 'outside-our-services', 'referredTo'],
  ] as const
  for (const [choices, event, field] of offered) {
    const definition = events.get(event)?.fields.get(field)
    const known = definition?.oneOf ?? definition?.suggests ?? []
    assert.ok(known.length > 0, `${event} ${field}`)
    const odd = choices.map(({ value }) => value).filter((value) => value !== '' && !known.includes(value))
    assert.deepEqual(odd, [], `${event} ${field}`)
  }
})

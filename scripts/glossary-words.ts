/** The words we use, and what each means; shown at the top of the glossary. */
export const words: Readonly<Record<string, string>> = {
  customer:
    'Whoever the landlord serves: a tenant, leaseholder, owner or applicant, or somebody who speaks for one.',
  home: 'The flat or house that somebody lives in or may live in.',
  landlord: 'The housing association whose promises these are.',
  staff: 'The people who work for the landlord. One of them is “a member of staff”.',
  team: 'A group of staff with one task, such as repairs or income.',
  contact: 'One approach, by the customer to us or by us to the customer.',
  case: 'Everything that belongs to one matter: the contact that began it and all that followed.',
  kind: 'What sort of case it is: a call, a complaint, a repair. It says which events to expect.',
  event: 'One fact of a case: something that happened, with the time it happened and the time we were told.',
  ledger: 'Where events are kept. Nothing in it is changed: a later event puts an earlier one right.',
  drawer: 'Where words about people are kept: names, addresses, notes, messages. Events only point there.',
  promise: 'One clause of a landlord’s published standards.',
  measure:
    'How it is told whether a promise was kept: clock, ratio, survey, check, recurring, rule or published.',
  pack: 'All promises of one landlord, written down as data, with the meaning of every loose word in them.',
  edition: 'One published version of a pack. A case is held to the edition in force when its clock began.',
  clock: 'One running of one promise on one case: from the event that starts it to the event that stops it.',
  acknowledgement: 'We say that something came. It answers nothing yet.',
  'holding reply': 'We say why the answer takes longer, and give the day it will come.',
  'full reply': 'We answer everything that was asked.',
  observation: 'One thing that an observer judged, with yes, no or not applicable.',
  obligation: 'Something the landlord has to do every so often, such as a newsletter or an audit.',
  figure: 'What a promise came to in a period: how often it was kept, out of how often it was counted.',
  verdict: 'Whether a figure reached its target: met, missed, or nothing to count.',
  'working day': 'A day of the working week that is neither a bank holiday nor a day the landlord is closed.',
}

/** Words that other systems use, and what we say. */
export const wordsWeDoNotUse: Readonly<Record<string, string>> = {
  ticket: 'case',
  agent: 'member of staff',
  SLA: 'promise',
  user: 'customer, or member of staff',
  'business day': 'working day',
}

/** The parts of the reference that no definition holds: how things are put, with examples. */
export const howAPackIsWritten = `# What a pack can say

Made by \`npm run docs\` from \`src/core/promises\` and \`scripts/pack-reference-words.ts\`: change those, not this file.

A pack is one YAML file, \`packs/<landlord>/pack.yaml\`. \`npm run kept -- check <landlord>\` reads it and names everything that is wrong,
with its line and what to write instead. A clause marked * must be there. What is written once may be named with \`&name\` and
used again with \`*name\`. With this as the first line, an editor that knows YAML completes and checks as you type:

\`\`\`yaml
# yaml-language-server: $schema=../pack.schema.json
\`\`\``

export const eventsAndConditions = `## Events and conditions

Where an event is asked for, write its type from [the glossary](glossary.md), or the type with what its fields must be, or a list
of either:

\`\`\`yaml
stops: reply-sent
stops: {event: reply-sent, when: {full: true}}
stops: [visitor-seen, {event: call-returned, when: {with: [reply, timescale]}}]
\`\`\`

A condition names a field and what it must be: a word, a number, \`true\` or \`false\`; a list, any of which will do; \`given\`,
\`not given\`, \`not letter\`; \`at least 5\`, \`at most 5\`, \`over 5\`, \`under 5\`. What is absent counts as \`false\` and is not anything else. The field
\`kind\` is the case's kind. A clock's own \`when\` reads the fields of the event that starts it, then later changes of them (a
case that becomes urgent), then the case.`

export const lengthsAndTargets = `## Lengths and targets

| length | ends |
|---|---|
| \`24 seconds\`, \`15 minutes\`, \`72 hours\` | so long after the start, whatever the hour |
| \`5 rings\` | as many times what \`meanings\` gives a ring |
| \`3 working hours\`, \`30 working minutes\` | after so much time within the named hours |
| \`10 working days\` | at the end of the tenth working day after day zero, the day of the start |
| \`5 days\`, \`6 weeks\`, \`2 months\`, \`1 year\` | at the end of that day; a month from 31 January ends on the last of February |
| \`same day\`, \`same working day\`, \`next working day\` | at the end of that day; a closed day passes to the next open one |
| \`immediately\`, \`on receipt\`, \`regularly\` … | whatever \`meanings\` says of the word |

Words in trailing brackets explain and are held to the length: \`5 rings (18 seconds)\`.

Targets: \`at least 85%\`, \`at most 7%\`, \`under 4%\`, \`over 50%\`, \`100%\`, \`12 per year\`, \`at most 28 days on average\`, \`date to be inserted\` (there is
none yet). They are compared exactly: 84.999% is not 85%.`

export const scenarios = `## Scenarios

A scenario shows what a promise means, in \`packs/<landlord>/scenarios/*.yaml\`. It is a made-up case or two, and what must come of it:

\`\`\`yaml
scenarios:
  - scenario: A letter answered on day ten is kept
    why: day one is the day after the letter came
    shows: [XXX-17]          # the promises it shows
    trap: 6                  # a mistake of other systems it guards against (docs/traps.md)
    as_of: 2026-03-31T12:00:00Z
    events:                  # by case; a time without an offset is in the pack's zone
      c1:
        - {contact-received: 2026-03-07T10:00, channel: letter}
        - {reply-sent: 2026-03-20T16:00, full: true, id: r1, recorded: 2026-03-21T09:00}
    clocks:                  # every clock of the promises named, in order; only what is stated is compared
      XXX-17: [{outcome: met, due: 2026-03-20, stopped: 2026-03-20T16:00}]
    figures:
      XXX-17: {kept: 1, counted: 1}
\`\`\`

Of a clock can be stated: \`outcome\` (running, paused, met, missed, void), \`due\`, \`started\`, \`stopped\`, \`decided\`, \`case\`, \`void\` (why). Of a figure: \`kept\`,
\`counted\`, \`value\`, \`verdict\`, \`running\`, \`overdue\`, \`paused\`, \`void\`, \`overridden\`, \`target\`, and \`period\` where it is not the whole. An empty list says that
there is no clock. For one scenario, \`variation\` changes clauses of a promise or of the top of the pack (\`null\` takes one away), \`bank_holidays\` adds holidays, and \`closures\` adds days closed.`

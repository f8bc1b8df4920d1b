import type { EventDefinition, FieldDefinition, KindDefinition } from '#core/kind.ts'
import { words, wordsWeDoNotUse } from './glossary-words.ts'

/** The text of docs/glossary.md: our words, and every kind of case with its events and their fields. */
export function glossaryOf(kinds: readonly KindDefinition[]): string {
  const cases = kinds.filter((kind) => !kind.notACase && !kind.everyEvent)
  const records = kinds.filter((kind) => kind.notACase)
  const ofAnyCase = kinds.filter((kind) => kind.everyEvent)
  return [
    '# Glossary',
    'Made by `npm run docs` from `src/kinds/` and `scripts/glossary-words.ts`: change those, not this file.',
    section('Words', wordList()),
    section('How an event is written', howEventsAreWritten),
    section('Any case', ofAnyCase.map(anyCaseText).join('\n\n')),
    section('Cases', cases.map(kindText).join('\n\n')),
    section('Records beside cases', records.map(kindText).join('\n\n')),
  ]
    .join('\n\n')
    .concat('\n')
}

function section(title: string, text: string): string {
  return `## ${title}\n\n${text}`
}

function wordList(): string {
  const ours = Object.entries(words).map(([word, meaning]) => `- **${word}**: ${meaning}`)
  const theirs = Object.entries(wordsWeDoNotUse).map(([word, instead]) => `“${word}” (${instead})`)
  return `${ours.join('\n')}\n\nWe do not say ${theirs.join(', ')}.`
}

const howEventsAreWritten = `One event is one line of JSON:

\`\`\`json
{"case":"c1","kind":"call","type":"call-offered","at":"2026-03-02T09:00:12+00:00","data":{"queue":"main"}}
\`\`\`

- \`case\`, \`kind\`, \`type\` and \`at\` must be there. A case of any kind may carry an event of any other.
- \`at\` is when it happened and \`recordedAt\` when we were told, which is taken to be \`at\` where it is left out. Both say how
  far they are from UTC.
- \`id\` is the event’s own name, for an event that puts it right later.
- \`data\` holds the fields. A field marked \\* must be there: the event means nothing without it. A field marked † is what a
  promise demands; an older row may lack it, and is counted so. Fields that are not listed are kept too.
- In quotation marks after an event stands what the button says by which staff record it, where there is one.
- A code is one short word or several joined by hyphens, which the landlord chooses; an id is whatever names a thing where
  it comes from. \`code or yes\` takes a code, or only \`true\` where no more is known.
- A date is \`2026-03-02\`; a time is \`2026-03-02T09:00:12+00:00\`; yes and no are \`true\` and \`false\`; money is in whole pence. A
  field holds codes, ids, numbers and times, and no text over 200 characters: words belong in the drawer.`

function anyCaseText(kind: KindDefinition): string {
  const fields = Object.entries(kind.everyEvent ?? {}).map(([name, field]) => fieldText('', name, field))
  return `Any event may carry these fields, unless its own field of that name says otherwise:\n\n${fields.join('\n')}\n\nThese events can happen to a case of any kind:\n\n${eventList(kind)}`
}

function kindText(kind: KindDefinition): string {
  const came = kind.comesBy === undefined ? '' : ` It always comes by \`${kind.comesBy}\`.`
  return `### \`${kind.kind}\`\n\n${kind.says}${came}\n\n${eventList(kind)}`
}

function eventList(kind: KindDefinition): string {
  return Object.entries(kind.events)
    .map(([type, event]) => eventText(type, event))
    .join('\n')
}

function eventText(type: string, event: EventDefinition): string {
  const fields = Object.entries(event.fields ?? {}).map(([name, field]) => fieldText('  ', name, field))
  const button = event.act === undefined ? '' : ` “${event.act}”.`
  return [`- **\`${type}\`**: ${event.says}${button}`, ...fields].join('\n')
}

function fieldText(indent: string, name: string, field: FieldDefinition): string {
  const type = field.oneOf ? `one of ${field.oneOf.map((word) => `\`${word}\``).join(', ')}` : field.type
  return `${indent}- \`${name}\`${markOf(field)} (${type}): ${field.says}`
}

function markOf(field: FieldDefinition): string {
  if (field.required === 'to record') return '\\*'
  return field.required === 'by a promise' ? ' †' : ''
}

/** What a template may say in double brackets, `((customer name))`, and what stands there in a letter. */
export const mergeFields = {
  'customer name': 'the customer’s name, with their title',
  'customer address': 'where letters to the customer go, line by line',
  reference: 'the reference of the case',
  today: 'the date of the letter',
  'received on': 'the day on which we last heard from the customer',
  'due date': 'the day by which the next promise in the case falls due',
  'new date': 'the new date that the customer is promised',
  reason: 'why it takes longer, or why we decided so, as typed on the page',
  'decision date': 'the day by which a decision comes',
  investigator: 'who looks into a complaint',
  decision: 'what was decided on a complaint',
  'how to escalate': 'how the customer can take a complaint further, as typed on the page',
  'my name': 'the name of whoever writes',
  'my position': 'their job title',
  'my direct dial': 'the number at which they answer',
  'my e-mail': 'their e-mail address at work',
  'office name': 'the name of their office',
  'office address': 'the address of their office, line by line',
  'office telephone': 'the number of their office',
  'landlord name': 'the name of the landlord',
} as const satisfies Readonly<Record<string, string>>

export type MergeField = keyof typeof mergeFields

/** What is known to be put in. A field without a value is missing. */
export type MergeValues = Readonly<Partial<Record<MergeField, string>>>

/** The names in double brackets in a text, each once, known or not. */
export function fieldsIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(bracketed), ([, name = '']) => tidy(name)))]
}

/** The sentences with which a template leaves something to whoever writes: “Write your answer here.” */
export function unwrittenIn(text: string): readonly string[] {
  return [
    ...new Set(
      Array.from(text.matchAll(/\bWrite (?:your answer )?here\b[^.\n]{0,200}\.?/g), ([each]) => each),
    ),
  ]
}

/** Those of them that nothing can be put in for. */
export function unknownFields(text: string): readonly string[] {
  return fieldsIn(text).filter((name) => !isField(name))
}

/** A text with what is known put in; what is not known stays in its brackets, to be seen and filled in. */
export function merged(text: string, values: MergeValues): string {
  return text.replaceAll(bracketed, (whole, name: string) => {
    const field = tidy(name)
    const value = isField(field) ? values[field] : undefined
    return value === undefined || value === '' ? whole : value
  })
}

/** Longer names than any there is are no fields. */
const bracketed = /\(\(([^()\n]{1,60})\)\)/g

function tidy(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

function isField(name: string): name is MergeField {
  return Object.hasOwn(mergeFields, name)
}

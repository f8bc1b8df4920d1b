import type { ReportKind } from '#core/reporting/report-kind.ts'
import { reportDefinitions } from '#core/reporting/report-kind.ts'
import { placeOfPromise, placeOfSection, introduction } from '#core/reporting/report-words.ts'
import type { FrozenReport } from '#core/reporting/frozen-report.ts'
import type { ReportState } from '#store/reports/report-row.ts'

/** What the state of a report is called, and how its tag looks. */
export const stateTags: Readonly<Record<ReportState, { readonly text: string; readonly classes: string }>> = {
  drafted: { text: 'To be written', classes: 'govuk-tag--yellow' },
  'to be checked': { text: 'To be checked', classes: 'govuk-tag--blue' },
  published: { text: 'Published', classes: 'govuk-tag--green' },
}

/** What a step of a report’s history is called. */
export const stepWords = {
  drafted: 'Drafted',
  sent: 'Sent to be checked',
  'sent back': 'Sent back',
  published: 'Checked and published',
} as const

/** The name of the field in which the words of a place are written. */
export interface FieldOfWords {
  readonly name: string
  readonly place: string
}

/** Every field of a report’s form, in order. */
export function fieldsOfWords({ sections, promises }: FrozenReport): readonly FieldOfWords[] {
  return [
    { name: 'introduction', place: introduction },
    ...sections.map((section, index) => sectionField(section.name, index)),
    ...promises.flatMap(({ promise }) => [whyField(promise), doingField(promise)]),
  ]
}

/** The field of a section’s words. */
export function sectionField(section: string, index: number): FieldOfWords {
  return { name: `section-${index}`, place: placeOfSection(section) }
}

/** The field that says why a promise came to its figure. */
export function whyField(promise: string): FieldOfWords {
  return { name: `why-${inName(promise)}`, place: placeOfPromise(promise, 'why') }
}

/** The field that says what is done about it. */
export function doingField(promise: string): FieldOfWords {
  return { name: `doing-${inName(promise)}`, place: placeOfPromise(promise, 'doing') }
}

/** A clause’s id as a name may hold it. */
export function inName(promise: string): string {
  return promise.replaceAll(/[^\w-]/g, '-')
}

/** What a kind of report is called in a list of choices. */
export function kindChoices() {
  return Object.values(reportDefinitions).map(
    ({
      kind,
      title,
      says,
    }): {
      readonly value: ReportKind
      readonly label: string
      readonly hint: string
    } => ({ value: kind, label: title, hint: says }),
  )
}

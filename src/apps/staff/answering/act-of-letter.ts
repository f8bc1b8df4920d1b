import { shownInLetter } from '#core/letters/shown-in-letter.ts'
import type { FieldValue } from '#core/ledger/event.ts'
import type { Vocabulary } from '#core/ledger/vocabulary.ts'
import { refused, type Refused } from '#core/refused.ts'
import type { Instant } from '#core/time/instant.ts'
import type { Act } from '#store/ledger/act.ts'
import { actFromForm } from '../acts/act-from-form.ts'
import type { Answering } from './answering.ts'
import { dateIn } from './merge-values.ts'
import type { AnswerTyped } from './typed.ts'

/** The act that a letter is: what was typed of it, and what the letter shows. Or everything that is wrong with it. */
export function actOfLetter(
  answering: Answering,
  typed: AnswerTyped,
  { vocabulary, now }: { readonly vocabulary: Vocabulary; readonly now: Instant },
): Act | readonly Refused[] {
  const told = actFromForm(withoutWords(typed), answering.form, now)
  if (!('type' in told)) return told
  const untold = datesNotTold(answering, typed, now)
  if (untold.length > 0) return untold
  const known = vocabulary.events.get(answering.act.type)?.fields
  const shown = Object.entries(shownFacts(answering, typed)).filter(([name]) => known?.has(name) === true)
  const data = { ...(told.data as Readonly<Record<string, FieldValue>>), ...Object.fromEntries(shown) }
  return { type: told.type, data: { ...data, channel: typed.channel } }
}

/** The letter’s own words are kept as the letter, and not once more as a note. */
function withoutWords({ fields }: AnswerTyped): AnswerTyped['fields'] {
  return { ...fields, words: '', note: '', at: '', 'at-time': '' }
}

/** What the letter shows, found in what the customer will read: the head of the paper belongs to a printed letter. */
function shownFacts(answering: Answering, typed: AnswerTyped): Readonly<Record<string, FieldValue>> {
  const { writer } = answering.ground
  const read = [
    typed.channel === 'letter' ? (writer?.officeAddress ?? '') : '',
    typed.subject,
    typed.text,
  ].join('\n')
  return {
    ...(writer !== undefined &&
      shownInLetter(read, {
        name: writer.name,
        position: writer.jobTitle ?? undefined,
        directDial: writer.directDial ?? undefined,
        email: writer.email ?? undefined,
        address: writer.officeAddress ?? undefined,
      })),
    // The letter and its page are kept in the same moment.
    copyKept: true,
    ...(answering.act.type === 'complaint-answered' && {
      ...(says(typed.text, typed.reasonWords) && { reason: true }),
      ...(says(typed.text, typed.escalateWords) && { howToEscalate: true }),
    }),
  }
}

function says(text: string, words: string): boolean {
  return words.trim() !== '' && asRead(text).includes(asRead(words))
}

/** Line ends, capitals and the last full stop make no difference to whoever reads it. */
function asRead(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim().replace(/[.]$/, '')
}

/** A date that moves a promise must be told to the customer: it stands in the letter, or it was not promised. */
function datesNotTold({ form }: Answering, { fields, text }: AnswerTyped, now: Instant): readonly Refused[] {
  return form.fields
    .filter(({ name }) => name === 'newDate' || name === 'decisionOn')
    .flatMap(({ name }) => {
      const date = dateIn(fields, name, now)
      if (date === undefined || text.replaceAll(/\s+/g, ' ').includes(date)) return []
      return [
        refused(
          'not valid',
          `the letter does not say ${date}`,
          'write the date into the letter, or choose the date that it says',
          '/text',
        ),
      ]
    })
}

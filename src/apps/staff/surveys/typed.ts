import { mostQuestions } from '#core/surveys/asking-faults.ts'
import { isScaleName } from '#core/surveys/scales.ts'
import type { Asking, Inviting, Question } from '#core/surveys/survey.ts'
import { type Fields, listIn, longTextIn, textIn } from '#http/layout/fields.ts'
import type { SurveyTyped } from '#store/surveys/save-survey.ts'

/** What was typed into the form of a survey. Rows of questions that were left empty are left out; no code is one made of the name. */
export function surveyTyped(fields: Fields, code: string): SurveyTyped {
  return {
    code: code || codeFrom(textIn(fields, 'name')),
    name: textIn(fields, 'name'),
    asking: askingTyped(fields),
    inviting: invitingTyped(fields),
    dutyPromise: textIn(fields, 'dutyPromise') || null,
  }
}

function askingTyped(fields: Fields): Asking {
  return {
    introduction: longTextIn(fields, 'introduction').replaceAll('\r\n', '\n'),
    questions: Array.from({ length: mostQuestions + 1 }, (_, place) => questionTyped(fields, place)).filter(
      ({ text, code }) => text !== '' || code !== '',
    ),
    bands: listIn(fields, 'bands'),
  }
}

function questionTyped(fields: Fields, place: number): Question {
  const text = textIn(fields, `questions-${place}-text`)
  const scale = textIn(fields, `questions-${place}-scale`)
  return {
    text,
    code: textIn(fields, `questions-${place}-code`) || codeFrom(text),
    scale: isScaleName(scale) ? scale : 'satisfaction',
  }
}

/** A code for what was given none: its first words. */
function codeFrom(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}

function invitingTyped(fields: Fields): Inviting {
  const onlyField = textIn(fields, 'onlyField')
  const number = (name: string) => {
    const text = textIn(fields, name)
    return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  }
  return {
    after: listIn(fields, 'after'),
    teamId: textIn(fields, 'teamId') || null,
    only: onlyField === '' ? null : { field: onlyField, value: textIn(fields, 'onlyValue') },
    afterDays: number('afterDays'),
    oneIn: number('oneIn'),
    seed: textIn(fields, 'seed'),
    quietDays: number('quietDays'),
    reminders: number('reminders'),
    reminderDays: number('reminderDays'),
    openDays: number('openDays'),
  }
}

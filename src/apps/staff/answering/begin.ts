import { merged } from '#core/letters/merge-fields.ts'
import type { Fields } from '#http/layout/fields.ts'
import type { TemplateNow } from '#store/letters/templates.ts'
import { type Answering, templatesFor, usualChannel, valuesOf } from './answering.ts'
import { type AnswerTyped, answerTyped } from './typed.ts'

/** What stands in the form when nobody has typed anything: the usual channel, the first template, what is known put in. */
export function begun(answering: Answering, now: number): AnswerTyped {
  const channel = usualChannel(answering)
  const fields: Fields =
    answering.way === 'full' && answering.act.type === 'reply-sent' ? { full: 'yes' } : {}
  const typed = { ...answerTyped(fields), channel }
  return withTemplate(answering, typed, templatesFor(answering, channel)[0], now)
}

/** The template’s words instead of those typed. */
export function withTemplate(
  answering: Answering,
  typed: AnswerTyped,
  template: TemplateNow | undefined,
  now: number,
): AnswerTyped {
  if (template === undefined) return { ...typed, templateId: '', templateVersion: 0 }
  const { templateId, version: templateVersion, subject, body: text } = template
  return put(answering, { ...typed, templateId, templateVersion, subject, text }, now)
}

/** Puts in what is known by now; what was typed stays as it is. */
export function put(answering: Answering, typed: AnswerTyped, now: number): AnswerTyped {
  const values = valuesOf(answering, typed, now)
  return { ...typed, subject: merged(typed.subject, values), text: merged(typed.text, values) }
}

import { govuk } from '../govuk/index.ts'
import type { Child, Raw } from '../html/raw.ts'
import { markupOfAll, raw } from '../html/raw.ts'
import type { Url } from '../html/url.ts'
import { formTokenField } from '../session/form-token.ts'

export { Checkbox, type Choice, Choices, Radios, Select } from './form/choices.tsx'
export { DateField, DateTimeField } from './form/dates.tsx'
export { Field, TextArea } from './form/field.tsx'

/** A form that changes something: sent by POST, and bound to this browser and session by its token. */
export function Form({
  action,
  token,
  sendsFiles,
  autosave,
  id,
  children,
}: {
  readonly action: Url
  readonly token: string
  /** For a route that takes files. */
  readonly sendsFiles?: true
  /** Where what is typed is kept every few seconds, so that none of it is lost. */
  readonly autosave?: Url | undefined
  readonly id?: string
  readonly children: Child
}): Raw {
  return (
    <form
      action={action}
      method="post"
      id={id}
      enctype={sendsFiles && 'multipart/form-data'}
      data-autosave={autosave}
      novalidate
    >
      <input type="hidden" name={formTokenField} value={token} />
      {children}
    </form>
  )
}

/** What sends a form. */
export function Button({
  children,
  look,
  name,
  value,
  about,
}: {
  readonly children: Child
  readonly look?: 'second' | 'warning' | 'plain'
  readonly name?: string
  readonly value?: string
  /** More words for those who hear the page, where several buttons look alike. */
  readonly about?: string
}): Raw {
  const more = about === undefined ? '' : <span class="govuk-visually-hidden">{` ${about}`}</span>
  return govuk.button({
    html: raw(markupOfAll([children, more])),
    classes: look && looks[look],
    name,
    value,
    preventDoubleClick: true,
  })
}

const looks = {
  second: 'govuk-button--secondary',
  warning: 'govuk-button--warning',
  plain: 'kept-plain-button',
} as const

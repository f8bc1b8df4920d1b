import { isRefused } from '#core/refused.ts'
import { govuk } from '#http/govuk/index.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { Button, Field, Select, TextArea } from '#http/layout/form.tsx'
import type { PersonAtHand } from '#store/contacts/persons.ts'
import type { AroundContact } from './around.ts'
import { senders } from './choices.ts'
import { Chosen } from './chosen.tsx'
import { alertText, needText } from './need-words.ts'
import type { PartProps } from './part-props.ts'

/** Who got in touch: found, added, or not known. */
export function Who({ typed, around, faults }: PartProps): Raw {
  return (
    <section aria-labelledby="who-title">
      <h2 id="who-title" class="govuk-heading-m">
        Who is it?
      </h2>
      <div class="contact-search">
        {govuk.input({
          id: 'who',
          name: 'who',
          type: 'search',
          value: typed.who,
          label: { text: 'Find the customer', classes: 'govuk-label--s' },
          hint: { text: 'Name, telephone, postcode or reference' },
          errorMessage: errorAt('who', faults),
          autocomplete: 'off',
          spellcheck: false,
          classes: 'kept-input',
          attributes: { maxlength: '100', ...(typed.customer === '' && { autofocus: 'autofocus' }) },
        })}
        <Button look="second" name="do" value="find">
          Find
        </Button>
      </div>
      <Found typed={typed} around={around} faults={faults} />
      <Chosen typed={typed} around={around} faults={faults} />
      <Select name="from" label="Who got in touch?" choices={senders} chosen={typed.from} faults={faults} />
    </section>
  )
}

/** The customers found, and the two other ways to go on. */
function Found({ typed, around: { found, chosen }, faults }: PartProps): Raw {
  const persons = found === undefined || isRefused(found) ? [] : found
  const isAmong = persons.some(({ customerId }) => customerId === chosen?.customerId)
  const shown = chosen === undefined || isAmong ? persons : [chosen, ...persons]
  return (
    <div id="found" class="contact-found">
      <p class="govuk-hint" data-found="">
        {foundWords(typed.who, found)}
      </p>
      {govuk.radios({
        name: 'customer',
        idPrefix: 'customer',
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'Customer', classes: 'govuk-visually-hidden' } },
        items: [
          ...shown.map((person) => ({
            value: person.customerId,
            html: <PersonLine person={person} />,
            hint: { text: homeOf(person) },
            checked: person.customerId === typed.customer,
          })),
          {
            value: 'new',
            id: 'customer-new',
            text: 'Somebody we do not know yet',
            checked: typed.customer === 'new',
          },
          {
            value: 'none',
            id: 'customer-none',
            text: 'They did not say who they are',
            checked: typed.customer === 'none',
          },
        ],
      })}
      <div class="for-new-customer">
        <NewCustomer typed={typed} faults={faults} />
      </div>
      {shown.length > 0 && (
        <div class="without-script">
          <Button look="second" name="do" value="look">
            Show this customer
          </Button>
        </div>
      )}
    </div>
  )
}

/** A name, and in the same line what must be minded, so that nobody has to look it up first. */
function PersonLine({ person }: { readonly person: PersonAtHand }): Raw {
  const called = person.title === null ? person.name : `${person.title} ${person.name}`
  const mind = [...person.alerts.map(alertText), ...person.needs.map(needText)]
  return (
    <>
      {called}
      {person.knownAs !== null && ` (also ${person.knownAs})`}
      {mind.length > 0 && <strong class="contact-mind">{` – ${mind.join('; ')}`}</strong>}
    </>
  )
}

function homeOf({ home, address, telephone, mobile }: PersonAtHand): string {
  const reach = telephone ?? mobile
  return [home ?? address ?? 'No home here', reach].filter((part) => part !== null).join(' · ')
}

function foundWords(who: string, found: AroundContact['found']): string {
  if (found === undefined) return ''
  if (isRefused(found)) return faultOf(found).says
  if (found.length === 0)
    return `Nobody was found for “${who}”. Try another spelling, their postcode or telephone number.`
  return found.length === 1 ? 'One customer was found.' : `${found.length} customers were found.`
}

function NewCustomer({ typed, faults }: Pick<PartProps, 'typed' | 'faults'>): Raw {
  return (
    <>
      <Field name="new-name" label="Their name" value={typed['new-name']} faults={faults} />
      <Field
        name="new-telephone"
        label="Telephone (optional)"
        type="tel"
        value={typed['new-telephone']}
        faults={faults}
      />
      <TextArea
        name="new-address"
        label="Address (optional)"
        value={typed['new-address']}
        rows={3}
        longest={500}
        faults={faults}
      />
      <Field name="new-postcode" label="Postcode (optional)" value={typed['new-postcode']} faults={faults} />
    </>
  )
}

function errorAt(name: string, faults: readonly Fault[]) {
  const says = faults.filter(({ field }) => field === name).map((fault) => fault.says)
  return says.length === 0 ? undefined : { text: says.join(' ') }
}

import { capitalised } from '#core/capitalised.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { textIn } from '#http/layout/fields.ts'
import { Button, DateField, Field, Form } from '#http/layout/form.tsx'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import type { Visitor } from '#store/people/sessions.ts'
import {
  listPublishedPromises,
  type PublishedPromise,
  recordShown,
  recordTakenDown,
} from '#store/public/publications.ts'
import { dayFromFields, staffZone, todayOf } from '../times.ts'
import { sinceWhen } from './list.tsx'

type Asked = PageAsked<Visitor>

/** What is promised to be shown in one place: how it stands, and a form to record that it was put up. */
export async function shownElsewhere(
  asked: Asked,
  faults: readonly Fault[] = [],
): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields, formToken } = asked
  const promises = await listPublishedPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  const [what, where] = [params['what'] ?? '', params['where'] ?? '']
  const about = promises.filter((each) => isAbout(each, what, where))
  if (about.length === 0) return notPromised
  const today = todayOf(store.now())
  const place = about[0]?.places.find((each) => each.where === where)
  const title = `${capitalised(inPlainWords(what))}: ${inPlainWords(where)}`
  const typedOn = textIn(fields, 'shownOn')
  return {
    title,
    back: { text: 'Public pages', href: local`/public-pages` },
    faults,
    ...(faults.length > 0 && { status: 422 }),
    content: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <Promises about={about} />
        {place !== undefined && <p class="govuk-body">{`${sinceWhen(place, today)}.`}</p>}
        <h2 class="govuk-heading-m">Record that it is shown there</h2>
        <Form action={local`/public-pages/elsewhere/${what}/${where}`} token={formToken}>
          <DateField
            name="shownOn"
            label="When was it put up or sent out?"
            value={typedOn === '' ? formatDay(today) : typedOn}
            faults={faults}
          />
          <Field
            name="edition"
            label="Which edition?"
            hint="As it is printed on it, in letters, digits and dashes: 2026-01. Leave it empty if none is."
            value={textIn(fields, 'edition')}
            faults={faults}
            autocomplete="off"
          />
          <DateField
            name="datedOn"
            label="Which date is printed on it?"
            hint="Leave it empty if none is."
            value={textIn(fields, 'datedOn')}
            faults={faults}
          />
          <Button>Record that it is shown</Button>
        </Form>
        {place?.isShown === true && (
          <Form action={local`/public-pages/elsewhere/${what}/${where}/down`} token={formToken}>
            <Button look="warning">Record that it was taken down</Button>
          </Form>
        )}
      </>
    ),
  }
}

/** Records that something was put up, printed or sent out. */
export async function recordElsewhere(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const [what, where] = [params['what'] ?? '', params['where'] ?? '']
  const promised = await isPromised(asked, what, where)
  if (isRefused(promised)) return promised
  const now = store.now()
  const [shownOn, datedOn] = ['shownOn', 'datedOn'].map((name) => dayFromFields(fields, name, now))
  const fault = [shownOn, datedOn].find(isRefused)
  if (fault !== undefined) return shownElsewhere(asked, [faultOf(fault)])
  const edition = textIn(fields, 'edition')
  if (!/^[A-Za-z0-9-]{0,60}$/.test(edition)) return shownElsewhere(asked, [faultOf(oddEdition)])
  const today = todayOf(now)
  const on = typeof shownOn === 'number' ? shownOn : today
  if (on > today) return shownElsewhere(asked, [faultOf(notYet)])
  const recorded = await recordShown(store, visitor.acting, {
    what,
    where,
    ...(edition !== '' && { edition }),
    ...(typeof datedOn === 'number' && { datedOn }),
    ...(on < today && { at: staffZone.instantOf(on, 720) }),
  })
  return isRefused(recorded)
    ? shownElsewhere(asked, [faultOf(recorded)])
    : { goTo: local`/public-pages?done=shown` }
}

/** Records that something was taken down. */
export async function takeDownElsewhere(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params } = asked
  const [what, where] = [params['what'] ?? '', params['where'] ?? '']
  const promised = await isPromised(asked, what, where)
  if (isRefused(promised)) return promised
  const down = await recordTakenDown(store, visitor.acting, { what, where })
  return isRefused(down) ? down : { goTo: local`/public-pages?done=down` }
}

async function isPromised(
  { store, visitor }: Asked,
  what: string,
  where: string,
): Promise<Refused | undefined> {
  const promises = await listPublishedPromises(store, visitor.acting)
  if (isRefused(promises)) return promises
  return promises.some((each) => isAbout(each, what, where)) ? undefined : notPromised
}

function isAbout({ promise: { clauses } }: PublishedPromise, what: string, where: string): boolean {
  return clauses.what === what && clauses.where.includes(where)
}

const notPromised = refused(
  'not found',
  'no promise says that this is shown there',
  'choose from the list of what was promised',
)
const notYet = refused('not valid', 'this day is still to come', 'record it once it is shown', '/shownOn')
const oddEdition = refused(
  'not valid',
  'an edition has letters, digits and dashes alone',
  'write it as 2026-01',
  '/edition',
)

function Promises({ about }: { readonly about: readonly PublishedPromise[] }): Raw {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {about.map(({ promise }) => (
        <li>{`${promise.promise} (${promise.id})`}</li>
      ))}
    </ul>
  )
}

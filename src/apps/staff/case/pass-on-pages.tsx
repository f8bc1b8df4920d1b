import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatInstant } from '#core/time/instant.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import {
  Button,
  Checkbox,
  type Choice,
  DateTimeField,
  Form,
  Radios,
  Select,
  TextArea,
} from '#http/layout/form.tsx'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import type { Since } from '#store/case-page/since.ts'
import { type PassedOn, passOn } from '#store/case-page/pass-on.ts'
import { type CaseShown, readCase } from '#store/ledger/read-case.ts'
import { staffOf, teamsOf } from '#store/masters/names.ts'
import { faultsOfRefusal, simpleFaults } from '../acts/act-faults.ts'
import { yesOrNo } from '../acts/field-box.tsx'
import { ActOverrides, type Asked } from '../acts/act-form.tsx'
import { overridesIn } from '../acts/act-from-form.ts'
import { askedOf } from '../acts/act-page.tsx'
import { Meanwhile } from '../acts/meanwhile.tsx'
import { placeChoices, staffChoices } from '../acts/people-choices.ts'
import { dayAndTimeFromFields, dayFromFields, staffZone } from '../times.ts'
import { type CaseAsked, caseAsked, versionSeen } from './case-asked.ts'
import { caseTitle } from './head.tsx'
import { sinceOpened } from './stale.ts'

/** Passing a case on to a team or a person, with a note. */
export const passOnPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId/pass-on',
    who: 'cases.write',
    handle: async (asked) => page(caseAsked(asked), { typed: asked.query, faults: [], asks: [] }),
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/pass-on',
    who: 'cases.write',
    handle: async (asked) => {
      const own = caseAsked(asked)
      const { store, acting, caseId, fields } = own
      const to = toFrom(own)
      if (isRefused(to)) return page(own, { typed: fields, faults: simpleFaults(to), asks: [] })
      const done = await passOn(store, acting, to)
      if (!isRefused(done)) return { goTo: local`/cases/${caseId}?done=passed` }
      if (done.because === 'not found') return done
      const faults = done.asks === undefined ? simpleFaults(done) : faultsOfRefusal(done, { fields: [] })
      return page(own, { typed: fields, faults, asks: askedOf(done) }, done)
    },
  }),
]

/** What was typed, as the store takes it. */
function toFrom({ store, caseId, fields }: CaseAsked): PassedOn | Refused {
  const by = byWhen(fields, store.now())
  if (isRefused(by)) return by
  const note = longTextIn(fields, 'note')
  if (note === '')
    return refused('not valid', 'there is no note', 'write what they need to know to go on', '/note')
  const [team, holder, told] = ['team', 'holder', 'customerTold'].map((name) => textIn(fields, name))
  const overrides = overridesIn(fields)
  return {
    caseId,
    ...(team !== '' && team !== undefined && { team }),
    ...(holder !== '' && holder !== undefined && { holder }),
    urgent: textIn(fields, 'urgent') === 'yes',
    ...(by !== undefined && { for: by }),
    ...(told !== '' && { customerTold: told === 'yes' }),
    ...(overrides !== undefined && { overrides }),
    words: [{ kind: 'note', text: note }],
    ...versionSeen(fields),
  }
}

/** A date alone is a date; with a time it is a moment. */
function byWhen(fields: Fields, now: number): string | undefined | Refused {
  if (textIn(fields, 'for-time') === '') {
    const day = dayFromFields(fields, 'for', now)
    return typeof day === 'number' ? formatDay(day) : day
  }
  const at = dayAndTimeFromFields(fields, 'for', { now })
  return typeof at === 'number' ? formatInstant(at, staffZone) : at
}

interface Showing {
  readonly typed: Fields
  readonly faults: readonly Fault[]
  readonly asks: readonly Asked[]
}

async function page(own: CaseAsked, showing: Showing, refusal?: Refused) {
  const { store, acting, caseId, token } = own
  const read = await readCase(store, acting, caseId)
  if (isRefused(read)) return read
  const title = caseTitle(read.case)
  return {
    title: `Pass on – ${title}`,
    content: (
      <PassOn
        {...showing}
        row={read.case}
        since={await sinceOpened(own, refusal)}
        teams={placeChoices(await teamsOf(store, acting))}
        staff={staffChoices(await staffOf(store, acting))}
        token={token}
      />
    ),
    back: { href: local`/cases/${caseId}`, text: title },
    faults: showing.faults,
    ...(showing.faults.length > 0 && { status: refusal?.because === 'changed meanwhile' ? 409 : 422 }),
  }
}

interface PassOnProps extends Showing {
  readonly row: CaseShown
  readonly since: Since | undefined
  readonly teams: readonly Choice[]
  readonly staff: readonly Choice[]
  readonly token: string
}

function PassOn({ row, since, teams, staff, typed, faults, asks, token }: PassOnProps): Raw {
  const value = (name: string) => textIn(typed, name)
  return (
    <>
      <span class="govuk-caption-l">{caseTitle(row)}</span>
      <h1 class="govuk-heading-l">Pass the case on</h1>
      <p>The team sees it on its list, and is to say that it took it up.</p>
      {since !== undefined && <Meanwhile events={since.events} names={since.names} />}
      <Form action={local`/cases/${row.case_id}/pass-on`} token={token}>
        <input type="hidden" name="version" value={String(row.version)} />
        <Select
          name="team"
          label="To which team?"
          choices={[{ value: '', label: 'That of the person below' }, ...teams]}
          chosen={value('team')}
          faults={faults}
        />
        <Select
          name="holder"
          label="To whom? (optional)"
          choices={[{ value: '', label: 'Nobody in particular' }, ...staff]}
          chosen={value('holder')}
          faults={faults}
        />
        <TextArea
          name="note"
          label="What do they need to know?"
          value={longTextIn(typed, 'note')}
          rows={5}
          faults={faults}
        />
        <Radios
          name="customerTold"
          label="Does the customer know to whom it goes?"
          choices={yesOrNo}
          chosen={value('customerTold')}
          faults={faults}
        />
        <Checkbox name="urgent" label="It is urgent" checked={value('urgent') === 'yes'} />
        <DateTimeField
          name="for"
          label="By when should they act? (optional)"
          value={`${value('for')}T${value('for-time')}`}
          faults={faults}
        />
        <ActOverrides asks={asks} typed={typed} faults={faults} />
        <div class="bar">
          <Button>Pass it on</Button>
          <a class="govuk-link" href={local`/cases/${row.case_id}`}>
            Back to the case without saving
          </a>
        </div>
      </Form>
    </>
  )
}

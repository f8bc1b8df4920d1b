import type { Page } from 'playwright-core'
import { openCase, recordAct } from '#store/ledger/append.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { alerts } from '#store/masters/kinds/alerts.ts'
import { staff as staffMasters } from '#store/masters/kinds/staff.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { done } from '#test/store/databases.ts'
import { goodPassword, type House } from '#test/store/people/people.ts'
import { press, types } from '../keyboard.ts'

/** Somebody who can sign in. */
export interface Colleague {
  readonly staffId: string
  readonly email: string
}

/** A housing team on the afternoon of Monday 2 March 2026, with its customers and what came from them. */
export interface Work {
  readonly ann: Colleague
  readonly lea: Colleague
}

/** Fills a house with it: Ann Archer works in the housing team, which Lea Long leads. */
export async function addWork(house: House): Promise<Work> {
  const { store, landlord } = house
  house.at = Date.parse('2026-03-02T14:10:00Z')
  for (const [id, name] of [
    ['housing', 'Housing and lettings'],
    ['repairs', 'Repairs'],
  ])
    done(await addMaster(store, landlord, teams, { id: String(id), values: { name } }))
  const ann = await colleague(house, 'Ann Archer', 'case officer')
  const lea = await colleague(house, 'Lea Long', 'team leader')
  await addPeople(house)
  for (const [place, coming] of comings.entries()) await come(house, `enquiry-${place + 1}`, coming, ann)
  await addOthers(house)
  return { ann, lea }
}

/** Signs somebody in on the pages, and goes where they want. */
export async function comesIn(page: Page, origin: string, { email }: Colleague, path = '/'): Promise<void> {
  await page.goto(`${origin}${path}`)
  await types(page, 'E-mail address', email)
  await types(page, 'Password', goodPassword)
  await press(page, 'Sign in')
}

/** Puts somebody into the housing team. */
async function colleague(
  house: House,
  name: string,
  role: 'case officer' | 'team leader' | 'contact officer',
): Promise<Colleague> {
  const { store, landlord } = house
  const person = await house.person(name, role)
  const row = done(await readMaster(store, landlord, staffMasters, { id: person.staffId }))
  const values = { ...row.values, team: 'housing', jobTitle: 'Housing officer' }
  done(
    await changeMaster(store, landlord, staffMasters, { id: person.staffId, expected: row.version, values }),
  )
  return person
}

interface Coming {
  readonly customer: string
  readonly at: string
  readonly channel: string
  readonly words: string
  readonly holder: 'ann' | 'nobody' | 'done'
  readonly urgent?: true
}

const comings: readonly Coming[] = [
  {
    customer: 'c1',
    at: '2026-02-13T11:20:00Z',
    channel: 'letter',
    words: 'My kitchen window does not close since the storm.',
    holder: 'ann',
  },
  {
    customer: 'c2',
    at: '2026-02-16T09:40:00Z',
    channel: 'letter',
    words: 'Please tell me when the boiler in the hall is looked after.',
    holder: 'ann',
  },
  {
    customer: 'c3',
    at: '2026-02-19T15:05:00Z',
    channel: 'e-mail',
    words: 'Could my rent statement be sent by post?',
    holder: 'ann',
  },
  {
    customer: 'c4',
    at: '2026-03-02T08:55:00Z',
    channel: 'message',
    words: 'Asks to be rung back about her new lease.',
    holder: 'ann',
    urgent: true,
  },
  {
    customer: 'c5',
    at: '2026-02-17T10:00:00Z',
    channel: 'letter',
    words: 'The bins behind the flats are too few.',
    holder: 'nobody',
  },
  {
    customer: 'c6',
    at: '2026-03-02T10:00:00Z',
    channel: 'e-mail',
    words: 'May I keep a cat?',
    holder: 'nobody',
  },
  {
    customer: 'c1',
    at: '2026-01-12T10:00:00Z',
    channel: 'letter',
    words: 'The lamp on the stairs is broken.',
    holder: 'done',
  },
]

async function come({ store, landlord }: House, caseId: string, coming: Coming, ann: Colleague) {
  const { customer, at, channel, words, holder, urgent } = coming
  const data = { channel, customer, ...(urgent && { urgent }) }
  const written = [{ kind: channel === 'letter' ? ('letter' as const) : ('message' as const), text: words }]
  const act = { type: 'contact-received', at, data, words: written }
  done(await openCase(store, landlord, { kind: 'enquiry', caseId, act }))
  const whose = { team: 'housing', ...(holder === 'nobody' ? {} : { holder: ann.staffId }) }
  const assigned = { type: 'case-assigned', at: new Date(Date.parse(at) + 60_000).toISOString(), data: whose }
  done(await recordAct(store, landlord, caseId, assigned))
  const acknowledged = new Date(Date.parse(at) + 120_000).toISOString()
  if (channel === 'letter')
    done(
      await recordAct(store, landlord, caseId, {
        type: 'acknowledgement-sent',
        at: acknowledged,
        data: { channel: 'letter' },
      }),
    )
  if (holder !== 'done') return
  const replied = new Date(Date.parse(at) + 5 * 86_400_000).toISOString()
  for (const type of ['reply-sent', 'enquiry-closed'])
    done(
      await recordAct(store, landlord, caseId, {
        type,
        at: replied,
        data: type === 'reply-sent' ? { channel: 'letter', full: true } : {},
      }),
    )
}

const people: readonly (readonly [id: string, name: string, address: string])[] = [
  ['c1', 'Margaret Okonkwo', '14 Mill Lane'],
  ['c2', 'Ewan Fraser', '2 Station Court'],
  ['c3', 'Priya Nair', '31 Abbey Drive'],
  ['c4', 'Jean McAllister', '7 Ferry Road'],
  ['c5', 'Tomasz Kowalski', '9 Abbey Drive'],
  ['c6', 'Rhona Sinclair', '22 Mill Lane'],
]

async function addPeople({ store, landlord }: House): Promise<void> {
  for (const [place, [id, name, address]] of people.entries()) {
    const home = { address: `${address}\nLinstone`, postcode: `PA3 3A${'ABDEFG'[place]}`, kind: 'flat' }
    const telephone = `01505 320 00${place}`
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.org`
    const values = { kind: 'person', name, telephone, email, preferredChannel: 'telephone' }
    done(await addMaster(store, landlord, homes, { id: `h-${id}`, values: home }))
    done(await addMaster(store, landlord, customers, { id, values }))
    const tenancy = { home: `h-${id}`, customers: [id], kind: 'general-needs', startedOn: '2019-05-01' }
    done(await addMaster(store, landlord, tenancies, { id: `t-${id}`, values: tenancy }))
  }
  done(await addMaster(store, landlord, needs, { values: { customer: 'c1', need: 'large-print' } }))
  const alert = { customer: 'c1', alert: 'dog', setOn: '2025-06-01', reviewOn: '2026-06-01' }
  done(await addMaster(store, landlord, alerts, { values: alert }))
}

/** A call that rings, and a visitor in the hall. */
async function addOthers({ store, landlord }: House): Promise<void> {
  const call = { type: 'call-offered', at: '2026-03-02T14:09:00Z', data: { queue: 'main' } }
  done(await openCase(store, landlord, { kind: 'call', caseId: 'call-1', act: call }))
  const visit = { type: 'visitor-arrived', at: '2026-03-02T14:02:00Z', data: { customer: 'c5' } }
  done(await openCase(store, landlord, { kind: 'reception-visit', caseId: 'visit-1', act: visit }))
}

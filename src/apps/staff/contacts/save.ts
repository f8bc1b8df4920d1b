import { isRefused, type Refused } from '#core/refused.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import type { PageAsked } from '#http/layout/page-route.ts'
import { type ContactRecorded, recordContact } from '#store/contacts/record-contact.ts'
import type { Visitor } from '#store/people/sessions.ts'
import type { Asked } from '../acts/act-form.tsx'
import type { AroundContact } from './around.ts'
import { planOf } from './plan.ts'
import type { Recording } from './planned.ts'
import type { Typed } from './typed.ts'

/** Why it was not recorded, and which promises ask for something that was not done. */
export interface NotRecorded {
  readonly faults: readonly Fault[]
  readonly asks: readonly Asked[]
}

/** Records what was typed, whole, or says what stands against it. */
export async function save(
  { store, visitor: { acting } }: Pick<PageAsked<Visitor>, 'store' | 'visitor'>,
  typed: Typed,
  around: AroundContact,
): Promise<(ContactRecorded & { readonly repeated?: true }) | NotRecorded> {
  const plan = planOf(typed, recordingOf(acting.staffId, around))
  if (!('steps' in plan)) return { faults: plan, asks: [] }
  const recorded = await recordContact(store, acting, plan)
  if (!isRefused(recorded)) return recorded
  return { faults: [faultHere(recorded, typed)], asks: recorded.asks ?? [] }
}

function recordingOf(staffId: string, { now, me, chosen, staff }: AroundContact): Recording {
  return {
    now,
    staffId,
    teamId: me?.teamId ?? undefined,
    teamsOfStaff: new Map(
      staff.flatMap(({ staffId: id, teamId }) => (teamId === null ? [] : [[id, teamId] as const])),
    ),
    homeId: chosen?.homeId ?? undefined,
    known: {
      name: chosen !== undefined,
      telephone: (chosen?.telephone ?? chosen?.mobile ?? null) !== null,
      address: (chosen?.home ?? chosen?.address ?? null) !== null,
    },
  }
}

/** The box of this page where the refused field was typed; without one it stands above the form. */
function faultHere(refused: Refused, typed: Typed): Fault {
  const { field = '', ...fault } = faultOf(refused)
  const name = field.replace(/^.*\//, '')
  if (typed.customer === 'new' && ofNewCustomer.has(name)) return { ...fault, field: `new-${name}` }
  const box = boxes.get(name)
  return box === undefined ? fault : { ...fault, field: box }
}

const ofNewCustomer: ReadonlySet<string> = new Set(['name', 'telephone', 'address', 'postcode'])

const boxes: ReadonlyMap<string, string> = new Map([
  ['at', 'received'],
  ['for', 'back'],
  ['team', 'team'],
  ['holder', 'holder'],
  ['named', 'through'],
  ['briefed', 'through'],
])

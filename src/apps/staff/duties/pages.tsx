import { isRefused, type Refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { evidenceOf, readEvidenceFile, takeEvidenceBack } from '#store/duties/evidence.ts'
import { setDutyOwner } from '#store/duties/owners.ts'
import { type DutyShown, readDuty, readDutyList } from '#store/duties/read-duties.ts'
import { recordEvidence } from '#store/duties/record-evidence.ts'
import { readFigures } from '#store/ledger/figures.ts'
import { staffOf, teamsOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { PerformancePlaces } from '../performance/performance-places.tsx'
import { dayFromFields, todayOf } from '../times.ts'
import { DutyList, None, WhoseForm } from './duty-list.tsx'
import { OneDuty } from './one-duty.tsx'
import { ownerTyped, type WhoThereIs } from './owner-form.tsx'
import { paperTyped } from './paper.tsx'

type Asked = PageAsked<Visitor>

/** What the landlord has to do again and again: what is due, what was done and what shows it, and who answers for it. */
export const dutyPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/duties', who: 'cases.read', handle: allDuties }),
  pageRoute({
    method: 'GET',
    path: '/duties/:promise',
    who: 'cases.read',
    handle: (asked) => oneDuty(asked, { done: formatDay(todayOf(asked.store.now())) }),
  }),
  pageRoute({
    method: 'POST',
    path: '/duties/:promise/done',
    who: 'cases.read',
    takesFiles: true,
    handle: async (asked) => {
      const { store, visitor, params, fields } = asked
      const promise = params['promise'] ?? ''
      const there = await readDuty(store, visitor.acting, promise)
      if (isRefused(there)) return there
      const doneOn = dayFromFields(fields, 'done', store.now()) ?? todayOf(store.now())
      const done =
        typeof doneOn === 'object'
          ? doneOn
          : await recordEvidence(store, visitor.acting, { promise, doneOn, ...paperTyped(asked) })
      return isRefused(done) ? again(asked, done) : { goTo: local`/duties/${promise}?done=recorded` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/duties/:promise/taken-back',
    who: 'cases.read',
    handle: async ({ store, visitor, params, fields }) => {
      const promise = params['promise'] ?? ''
      const asked = { promise, name: textIn(fields, 'evidence') }
      const back = await takeEvidenceBack(store, visitor.acting, asked)
      return isRefused(back) ? back : { goTo: local`/duties/${promise}?done=taken-back` }
    },
  }),
  // The store asks for leave to record returns or to activate editions: either will do.
  pageRoute({ method: 'POST', path: '/duties/:promise/owner', who: 'cases.read', handle: changeOwner }),
  pageRoute({
    method: 'GET',
    path: '/duties/:promise/files/:attachmentId',
    who: 'cases.read',
    handle: async ({ store, visitor, params }) => {
      const file = await readEvidenceFile(store, visitor.acting, params['attachmentId'] ?? '')
      if (isRefused(file)) return file
      const { name, content } = file
      return { file: { name, type: 'application/octet-stream', bytes: content, keep: true } }
    },
  }),
]

async function changeOwner(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const promise = params['promise'] ?? ''
  const there = await readDuty(store, visitor.acting, promise)
  if (isRefused(there)) return there
  const owner = ownerTyped(fields, 'duty', promise)
  const set = isRefused(owner) ? owner : await setDutyOwner(store, visitor.acting, owner)
  return isRefused(set) ? again(asked, set) : { goTo: local`/duties/${promise}?done=owner` }
}

async function allDuties(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, query } = asked
  const duties = await readDutyList(store, visitor.acting)
  if (isRefused(duties)) return duties
  const who = await whoThereIs(asked)
  const chosen = textIn(query, 'answers')
  const { staffId } = visitor.acting
  const shown = duties.filter((duty) => isAnsweredBy(duty, chosen, { staffId, who }))
  return {
    title: 'Duties',
    wide: true,
    content: (
      <>
        <PerformancePlaces asked={asked} current="/duties" />
        <h1 class="govuk-heading-l">Duties</h1>
        <p class="govuk-body">
          What our standards say we do again and again, by when it is due. Whoever answers for it is told
          before.
        </p>
        <WhoseForm who={who} chosen={chosen} hasOwn={staffId !== undefined} />
        {shown.length === 0 ? (
          <None>No duty is shown by this.</None>
        ) : (
          <DutyList duties={shown} who={who} now={store.now()} />
        )}
      </>
    ),
  }
}

function isAnsweredBy(
  { owner }: DutyShown,
  chosen: string,
  { staffId, who }: { readonly staffId: string | undefined; readonly who: WhoThereIs },
): boolean {
  if (chosen === 'nobody') return owner === undefined || (owner.staffId === null && owner.teamId === null)
  if (chosen === 'mine') {
    const team = who.staff.find((each) => each.staffId === staffId)?.teamId ?? ''
    return owner !== undefined && (owner.staffId === staffId || (team !== '' && owner.teamId === team))
  }
  if (!chosen.startsWith('team:')) return true
  const team = chosen.slice('team:'.length)
  const people = who.staff.filter(({ teamId }) => teamId === team).map((each) => each.staffId)
  return owner !== undefined && (owner.teamId === team || people.includes(owner.staffId ?? ''))
}

async function again(asked: Asked, fault: Refused): Promise<PageAnswer | Refused> {
  if (fault.because === 'not allowed' || fault.because === 'not found') return fault
  const page = await oneDuty(asked, asked.fields, fault)
  return isRefused(page) ? page : { ...page, status: 422 }
}

async function oneDuty(asked: Asked, typed: Fields, fault?: Refused) {
  const { store, visitor, params, query, formToken } = asked
  const { acting } = visitor
  const promise = params['promise'] ?? ''
  const duty = await readDuty(store, acting, promise)
  if (isRefused(duty)) return duty
  const evidence = await evidenceOf(store, acting, promise)
  if (isRefused(evidence)) return evidence
  const measured = acting.may.has('figures.read')
    ? await readFigures(store, acting, { by: 'all', promise })
    : undefined
  if (isRefused(measured)) return measured
  const faults = fault === undefined ? [] : simpleFaults(fault)
  const maySetOwner = acting.may.has('returns.write') || acting.may.has('editions.activate')
  return {
    title: promise,
    back: { href: local`/duties`, text: 'All duties' },
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    content: (
      <OneDuty
        duty={duty}
        evidence={evidence}
        measured={measured?.promises[0]}
        who={await whoThereIs(asked)}
        now={store.now()}
        token={formToken}
        maySetOwner={maySetOwner}
        typed={typed}
        faults={faults}
      />
    ),
  }
}

const notices: Readonly<Record<string, string>> = {
  recorded: 'It is recorded that this was done.',
  'taken-back': 'What was recorded is taken back, and counts no longer.',
  owner: 'It is saved who answers for this.',
}

/** The names of staff and teams, for those who may read them. */
export async function whoThereIs({ store, visitor: { acting } }: Asked): Promise<WhoThereIs> {
  return { staff: await staffOf(store, acting), teams: await teamsOf(store, acting) }
}

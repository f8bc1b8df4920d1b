import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fault } from '#http/layout/fault.ts'
import { longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, type Choice, Form, Select, TextArea } from '#http/layout/form.tsx'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { readCasePage } from '#store/case-page/read-case-page.ts'
import type { Since } from '#store/case-page/since.ts'
import { assignCase } from '#store/case-page/assign-case.ts'
import { staffOf, teamsOf } from '#store/masters/names.ts'
import { Meanwhile } from '../acts/meanwhile.tsx'
import { placeChoices, staffChoices } from '../acts/people-choices.ts'
import { simpleFaults } from '../acts/act-faults.ts'
import { type CaseAsked, caseAsked, versionSeen } from './case-asked.ts'
import { caseTitle } from './head.tsx'
import { HadList } from './holder-panel.tsx'
import { sinceOpened } from './stale.ts'
import { type Had, whoHadIt, whoWords } from './who-had-it.ts'

/** Saying who has a case, for those who give out work. */
export const assignPages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/cases/:caseId/assign',
    who: 'cases.assign',
    handle: async (asked) => assignPage(caseAsked(asked), []),
  }),
  pageRoute({
    method: 'POST',
    path: '/cases/:caseId/assign',
    who: 'cases.assign',
    handle: async (asked) => {
      const own = caseAsked(asked)
      const { store, acting, caseId, fields } = own
      const note = longTextIn(fields, 'note')
      const assigned = await assignCase(store, acting, {
        caseId,
        ...(textIn(fields, 'team') !== '' && { team: textIn(fields, 'team') }),
        ...(textIn(fields, 'holder') !== '' && { holder: textIn(fields, 'holder') }),
        ...(note !== '' && { words: [{ kind: 'note', text: note }] }),
        ...versionSeen(fields),
      })
      if (!isRefused(assigned)) return { goTo: local`/cases/${caseId}?done=assigned` }
      return assigned.because === 'not found' ? assigned : assignPage(own, simpleFaults(assigned), assigned)
    },
  }),
]

async function assignPage(own: CaseAsked, faults: readonly Fault[], refused?: Refused) {
  const { store, acting, caseId, fields, token } = own
  const page = await readCasePage(store, acting, { caseId, page: 1, why: '/cases/:caseId/assign' })
  if (isRefused(page)) return page
  const { case: row, names } = page
  const title = caseTitle(row)
  const typed = faults.length > 0
  return {
    title: `Assign – ${title}`,
    content: (
      <Assign
        caseId={caseId}
        title={title}
        version={row.version}
        since={await sinceOpened(own, refused)}
        nowWith={whoWords({ team: row.team_id, holder: row.holder_id, contractor: row.contractor_id }, names)}
        had={whoHadIt(page.told, names)}
        teams={placeChoices(await teamsOf(store, acting))}
        staff={staffChoices(await staffOf(store, acting))}
        team={typed ? textIn(fields, 'team') : (row.team_id ?? '')}
        holder={typed ? textIn(fields, 'holder') : (row.holder_id ?? '')}
        note={longTextIn(fields, 'note')}
        faults={faults}
        token={token}
      />
    ),
    back: { href: local`/cases/${caseId}`, text: title },
    faults,
    ...(typed && { status: refused?.because === 'changed meanwhile' ? 409 : 422 }),
  }
}

interface AssignProps {
  readonly caseId: string
  readonly title: string
  readonly version: number
  readonly since: Since | undefined
  readonly nowWith: string
  readonly had: readonly Had[]
  readonly teams: readonly Choice[]
  readonly staff: readonly Choice[]
  readonly team: string
  readonly holder: string
  readonly note: string
  readonly faults: readonly Fault[]
  readonly token: string
}

const none: Choice = { value: '', label: 'Nobody' }

function Assign(props: AssignProps): Raw {
  const { caseId, title, version, since, nowWith, had, teams, staff, faults, token } = props
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">Say who has the case</h1>
      <p>{`Now: ${nowWith}.`}</p>
      {since !== undefined && <Meanwhile events={since.events} names={since.names} />}
      <Form action={local`/cases/${caseId}/assign`} token={token}>
        <input type="hidden" name="version" value={String(version)} />
        <Select
          name="team"
          label="Team"
          choices={[{ value: '', label: 'No team' }, ...teams]}
          chosen={props.team}
          faults={faults}
        />
        <Select
          name="holder"
          label="Person"
          choices={[none, ...staff]}
          chosen={props.holder}
          faults={faults}
        />
        <TextArea name="note" label="Note (optional)" value={props.note} rows={3} faults={faults} />
        <div class="bar">
          <Button>Save</Button>
          <a class="govuk-link" href={local`/cases/${caseId}`}>
            Back to the case without saving
          </a>
        </div>
      </Form>
      {had.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Who had it</h2>
          <HadList had={had} />
        </>
      )}
    </>
  )
}

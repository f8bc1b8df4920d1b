import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Instant, utcDay } from '#core/time/instant.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Checkbox, DateTimeField, Form, Select } from '#http/layout/form.tsx'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import {
  absencesIn,
  type AbsenceShown,
  type AbsenceToPlan,
  endAbsence,
  placesAway,
  planAbsence,
} from '#store/diaries/absences.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type FormSaid, nothingSaid, saidOf } from '../acts/act-faults.ts'
import { ActOverrides } from '../acts/act-form.tsx'
import { overridesIn } from '../acts/act-from-form.ts'
import { momentTyped } from '../acts/moment-typed.ts'
import { dayAndTimeFromFields, momentText } from '../times.ts'
import { type DiaryNames, diaryNames, officeChoices, staffOrNobody, teamChoices } from './names.ts'
import { awayWords, whereWords } from './words.ts'

/** Who is away, where, and whom one may turn to meanwhile. */
export const absencePages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/absences',
    who: 'cases.read',
    handle: (asked) => absencesPage(asked, asked.query, nothingSaid),
  }),
  pageRoute({
    method: 'POST',
    path: '/absences',
    who: 'cases.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const plan = planIn(fields, store.now())
      const planned = isRefused(plan) ? plan : await planAbsence(store, visitor.acting, plan)
      if (!isRefused(planned)) return { goTo: local`/absences?done=planned` }
      const page = await absencesPage(asked, fields, saidOf(planned, 'Choose why not.'))
      return isRefused(page) ? page : { ...page, status: 422 }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/absences/:absenceId/end',
    who: 'cases.write',
    handle: async (asked) => {
      const { store, visitor, fields, params } = asked
      const absenceId = params['absenceId'] ?? ''
      const ended = await endAbsence(store, visitor.acting, absenceId, overridesIn(fields) ?? {})
      if (!isRefused(ended)) return { goTo: local`/absences?done=${ended.began ? 'back' : 'off'}` }
      return ended.asks === undefined ? ended : whyNotPage(asked, absenceId, ended)
    },
  }),
]

const daysAhead = 90

async function absencesPage(
  { store, visitor: { acting }, query, formToken }: PageAsked<Visitor>,
  typed: Fields,
  { faults, asks }: FormSaid,
) {
  const now = store.now()
  const absences = await absencesIn(store, acting, { from: now - 14 * utcDay, to: now + daysAhead * utcDay })
  if (isRefused(absences)) return absences
  const names = await diaryNames(store, acting)
  const open = absences.filter(({ endedAt }) => endedAt === null)
  const mayWrite = acting.may.has('cases.write')
  return {
    title: 'Absences',
    content: (
      <>
        <h1 class="govuk-heading-l">Absences</h1>
        <Listed absences={open} names={names} now={now} token={mayWrite ? formToken : undefined} />
        {mayWrite && (
          <Plan
            names={names}
            typed={{ staff: acting.staffId ?? '', ...typed }}
            faults={faults}
            asks={asks}
            token={formToken}
          />
        )}
      </>
    ),
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    back: { href: local`/diary`, text: 'Diary' },
  }
}

const notices: Readonly<Record<string, string>> = {
  planned: 'The absence is in the diary.',
  back: 'They are back, and the automatic reply is off.',
  off: 'The absence is off.',
}

function Listed({
  absences,
  names,
  now,
  token,
}: {
  readonly absences: readonly AbsenceShown[]
  readonly names: DiaryNames
  readonly now: Instant
  readonly token: string | undefined
}): Raw {
  if (absences.length === 0)
    return <p class="govuk-body">Nobody is away, and nobody will be in the next 90 days.</p>
  return (
    <ul class="rows">
      {absences.map((absence) => {
        const name = names.staffName(absence.staffId)
        const instead =
          absence.alternativeStaffId === null
            ? names.placeName(absence.alternativeTeamId)
            : names.staffName(absence.alternativeStaffId)
        return (
          <li>
            <div>
              <h2 class="govuk-heading-s">
                <a class="govuk-link" href={local`/diary/${absence.staffId}`}>
                  {name}
                </a>
              </h2>
              <p>{`${whereWords(absence.where)}, ${momentText(absence.fromAt)} to ${momentText(absence.toAt)}.`}</p>
              {instead !== undefined && (
                <p>{`Meanwhile ${instead}.${absence.replies ? ' An automatic reply says so.' : ''}`}</p>
              )}
              {absence.began && absence.toAt < now && (
                <p>
                  <strong class="govuk-tag govuk-tag--orange">Was to be back by now</strong>
                </p>
              )}
            </div>
            {token !== undefined && (
              <Form action={local`/absences/${absence.absenceId}/end`} token={token}>
                <Button look="second" about={name}>
                  {absence.began ? 'Back again' : 'Not away after all'}
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Plan({
  names,
  typed,
  faults,
  asks,
  token,
}: FormSaid & { readonly names: DiaryNames; readonly typed: Fields; readonly token: string }): Raw {
  return (
    <section>
      <h2 class="govuk-heading-m">Plan an absence</h2>
      <Form action={local`/absences`} token={token}>
        <Select
          name="staff"
          label="Who?"
          choices={staffOrNobody(names, 'Choose')}
          chosen={textIn(typed, 'staff')}
          faults={faults}
        />
        <Select
          name="where"
          label="Where?"
          choices={placesAway.map((value) => ({ value, label: awayWords[value] ?? value }))}
          chosen={textIn(typed, 'where')}
        />
        <Select
          name="office"
          label="At which office?"
          hint="Only for another office"
          choices={officeChoices(names, 'None')}
          chosen={textIn(typed, 'office')}
        />
        <DateTimeField name="from" label="From" value={momentTyped(typed, 'from')} faults={faults} />
        <DateTimeField name="to" label="Until" value={momentTyped(typed, 'to')} faults={faults} />
        <Select
          name="alternative"
          label="Whom can customers turn to meanwhile?"
          choices={staffOrNobody(names, 'Nobody in particular')}
          chosen={textIn(typed, 'alternative')}
          faults={faults}
        />
        <Select
          name="team"
          label="Or which team?"
          choices={teamChoices(names, 'None')}
          chosen={textIn(typed, 'team')}
        />
        <Checkbox
          name="replies"
          label="An out-of-office reply names them"
          checked={textIn(typed, 'replies') === 'yes'}
        />
        <ActOverrides asks={asks} typed={typed} faults={faults} />
        <Button>Put it in the diary</Button>
      </Form>
    </section>
  )
}

/** A promise asks for something before they are back: it is done, or it is said why not. */
async function whyNotPage(
  { store, visitor: { acting }, fields, formToken }: PageAsked<Visitor>,
  absenceId: string,
  ended: Refused,
): Promise<PageAnswer> {
  const { faults, asks } = saidOf(ended, 'Choose why not.')
  const names = await diaryNames(store, acting)
  return {
    title: 'Back again',
    content: (
      <>
        <h1 class="govuk-heading-l">Back again</h1>
        <p class="govuk-body">{`${names.staff.length > 0 ? 'While they were away, not everything was' : 'Not everything was'} as promised.`}</p>
        <Form action={local`/absences/${absenceId}/end`} token={formToken}>
          <ActOverrides asks={asks} typed={fields} faults={faults} />
          <Button>Back again</Button>
        </Form>
      </>
    ),
    faults,
    status: 422,
    back: { href: local`/absences`, text: 'Absences' },
  }
}

function planIn(fields: Fields, now: Instant): AbsenceToPlan | Refused {
  const fromAt = dayAndTimeFromFields(fields, 'from', { now, otherwise: 9 * 60 })
  if (isRefused(fromAt)) return fromAt
  const toAt = dayAndTimeFromFields(fields, 'to', { now, otherwise: 17 * 60 })
  if (isRefused(toAt)) return toAt
  if (toAt === undefined) return refused('not valid', 'when they are back is missing', 'fill it in', '/to')
  const where = placesAway.find((each) => each === textIn(fields, 'where'))
  const [staffId, office] = [textIn(fields, 'staff'), textIn(fields, 'office')]
  const [alternative, team] = [textIn(fields, 'alternative'), textIn(fields, 'team')]
  if (staffId === '') return refused('not valid', 'who is away is missing', 'choose somebody', '/staff')
  if (where === undefined) return refused('not valid', 'where they are is missing', 'choose it', '/where')
  return {
    staffId,
    fromAt: fromAt ?? now,
    toAt,
    where,
    replies: textIn(fields, 'replies') === 'yes',
    ...(office !== '' && { officeId: office }),
    ...(alternative !== '' && { alternativeStaffId: alternative }),
    ...(team !== '' && { alternativeTeamId: team }),
  }
}

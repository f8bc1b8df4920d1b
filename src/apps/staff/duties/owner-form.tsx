import type { Refused } from '#core/refused.ts'
import { refused } from '#core/refused.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Url } from '#http/html/url.ts'
import type { Fault } from '#http/layout/fault.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form, Select } from '#http/layout/form.tsx'
import type { PlaceNamed, StaffShown } from '#store/masters/names.ts'
import { type DutyOwner, type OwnerToSet, usualDaysBefore } from '#store/duties/owners.ts'
import { staffChoices } from '../acts/people-choices.ts'

/** Who can be named as answering for something. */
export interface WhoThereIs {
  readonly staff: readonly StaffShown[]
  readonly teams: readonly PlaceNamed[]
}

/** Who answers for a duty or a return, in words. */
export function ownerWords(owner: DutyOwner | undefined, { staff, teams }: WhoThereIs): string {
  const { staffId = null, teamId = null } = owner ?? {}
  if (staffId !== null) return staff.find((each) => each.staffId === staffId)?.name ?? 'somebody who has left'
  if (teamId !== null) return teams.find(({ id }) => id === teamId)?.name ?? 'a team that is no more'
  return 'Nobody so far'
}

/** “Anna Silva answers for it”. */
export function answersWords(owner: DutyOwner | undefined, who: WhoThereIs): string {
  const nobody = owner === undefined || (owner.staffId === null && owner.teamId === null)
  return nobody ? 'nobody answers for it yet' : `${ownerWords(owner, who)} answers for it`
}

/** The form that says who answers, and how long before it is due they are told. */
export function OwnerForm({
  action,
  token,
  who,
  owner,
  everyMonths,
  typed,
  faults,
}: {
  readonly action: Url
  readonly token: string
  readonly who: WhoThereIs
  readonly owner: DutyOwner | undefined
  /** Of a return: every how many months it comes. */
  readonly everyMonths?: number
  readonly typed: Fields
  readonly faults: readonly Fault[]
}): Raw {
  const days = String(owner?.daysBefore ?? usualDaysBefore)
  return (
    <Form action={action} token={token}>
      <Select
        name="staff"
        label="Member of staff"
        choices={[{ value: '', label: 'Nobody in particular' }, ...staffChoices(who.staff)]}
        chosen={textIn(typed, 'staff') || (owner?.staffId ?? '')}
        faults={faults}
      />
      <Select
        name="team"
        label="Or a team"
        hint="Its leader is told"
        choices={[
          { value: '', label: 'No team' },
          ...who.teams.filter(({ ended }) => !ended).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        chosen={textIn(typed, 'team') || (owner?.teamId ?? '')}
        faults={faults}
      />
      {everyMonths === undefined ? (
        <Field
          name="days"
          label="How many days before it is due are they told?"
          value={textIn(typed, 'days') || days}
          short
          faults={faults}
        />
      ) : (
        <Field
          name="months"
          label="Every how many months does it come?"
          value={textIn(typed, 'months') || String(everyMonths)}
          short
          faults={faults}
        />
      )}
      <Button look="second">Save who answers</Button>
    </Form>
  )
}

/** What was typed into it. */
export function ownerTyped(
  fields: Fields,
  concerns: DutyOwner['concerns'],
  name: string,
): OwnerToSet | Refused {
  const [staff, team] = [textIn(fields, 'staff'), textIn(fields, 'team')]
  if (staff !== '' && team !== '')
    return refused('not valid', 'both a person and a team are chosen', 'choose one of the two', '/team')
  return {
    concerns,
    name,
    staffId: staff || null,
    teamId: team || null,
    daysBefore: concerns === 'duty' ? wholeIn(fields, 'days') : 0,
    ...(concerns === 'return' && { everyMonths: wholeIn(fields, 'months') }),
  }
}

function wholeIn(fields: Fields, name: string): number {
  const text = textIn(fields, name)
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}

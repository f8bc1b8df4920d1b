import { capitalised } from '#core/capitalised.ts'
import { roles } from '#core/people/role.ts'
import type { Raw } from '#http/html/raw.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Choices, Select } from '#http/layout/form.tsx'
import type { ContractorNamed } from '#store/people/contractors.ts'

interface RoleChoicesProps {
  readonly chosen: readonly string[]
  readonly contractorId: string
  readonly contractors: readonly ContractorNamed[]
  readonly faults: readonly Fault[]
}

/** Which roles somebody has, and for a contractor’s person, whose they are. */
export function RoleChoices({ chosen, contractorId, contractors, faults }: RoleChoicesProps): Raw {
  const choices = Object.entries(roles).map(([value, { says }]) => ({
    value,
    label: capitalised(value),
    hint: `${capitalised(says)}.`,
  }))
  const firms = contractors.map((each) => ({ value: each.contractorId, label: each.name }))
  return (
    <>
      <Choices
        name="roles"
        legend="What are they?"
        hint="Choose one or several. Whoever has several may do what any of them may."
        kind="several"
        choices={choices}
        chosen={chosen}
        faults={faults}
      />
      {firms.length > 0 && (
        <Select
          name="contractorId"
          label="Contractor"
          hint="Only for a contractor’s person: they see the jobs of this firm alone."
          choices={[{ value: '', label: 'None: one of our own staff' }, ...firms]}
          chosen={contractorId}
          faults={faults}
        />
      )}
    </>
  )
}

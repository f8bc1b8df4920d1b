import type { Raw } from '#http/html/raw.ts'
import { local } from '#http/html/local.ts'
import type { Fault } from '#http/layout/fault.ts'
import { Button, Field, Form } from '#http/layout/form.tsx'
import type { ContractorNamed } from '#store/people/contractors.ts'
import { RoleChoices } from './role-choices.tsx'

/** What was typed of a new person, and what is wrong with it. */
export interface PersonTyped {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly contractorId: string
  readonly faults: readonly Fault[]
}

/** The form for somebody who is to sign in. */
export function AddPerson({
  typed,
  contractors,
  token,
}: {
  readonly typed: PersonTyped
  readonly contractors: readonly ContractorNamed[]
  readonly token: string
}): Raw {
  const { name, email, faults } = typed
  return (
    <>
      <h1>Add a person</h1>
      <p>
        We send them an e-mail with a link to choose a password. Somebody in the staff list with the same
        e-mail address is let in as who they are there.
      </p>
      <Form action={local`/people/add`} token={token}>
        <Field name="name" label="Full name" value={name} faults={faults} autocomplete="off" />
        <Field
          name="email"
          label="E-mail address"
          type="email"
          value={email}
          faults={faults}
          autocomplete="off"
        />
        <RoleChoices
          chosen={typed.roles}
          contractorId={typed.contractorId}
          contractors={contractors}
          faults={faults}
        />
        <Button>Add and invite</Button>
      </Form>
    </>
  )
}

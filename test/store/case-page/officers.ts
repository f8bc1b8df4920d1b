import type { Acting } from '#core/people/acting.ts'
import { permissionsOf, type Role } from '#core/people/role.ts'
import { masters } from '#store/masters/masters.ts'
import { addMaster } from '#store/masters/writing.ts'
import type { Store } from '#store/store.ts'
import { done } from '../databases.ts'

/** Two teams, and staff in them who may do what their role may. */
export async function twoTeams(store: Store, acting: Acting): Promise<void> {
  await add(store, acting, 'teams', 'housing', { name: 'Housing' })
  await add(store, acting, 'teams', 'repairs', { name: 'Repairs' })
}

/** A member of staff, acting for themselves. */
export async function officer(
  store: Store,
  acting: Acting,
  {
    id,
    name,
    role,
    team,
  }: Readonly<Record<'id' | 'name', string>> & { readonly role: Role; readonly team?: string },
): Promise<Acting & { readonly staffId: string }> {
  await add(store, acting, 'staff', id, { name, ...(team !== undefined && { team }) })
  return { landlord: acting.landlord, by: `staff:${id}`, staffId: id, may: permissionsOf([role]) }
}

/** Adds a master of a kind. */
export async function add(
  store: Store,
  acting: Acting,
  kind: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const definition = masters.find((each) => each.kind === kind)
  if (definition === undefined) throw new Error(`there is no kind ${kind}`)
  done(await addMaster(store, acting, definition, { id, values }))
}

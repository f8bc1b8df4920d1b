import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { landlordsOf } from '#store/landlords.ts'
import { openStaffServer, type StaffServer } from '#test/apps/staff/staff-server.ts'

/** The public pages beside those of staff, as a landlord has them. */
export interface PublicServer extends StaffServer {
  /** The landlord’s name in addresses. */
  readonly slug: string
  /** Where its public pages are: `http://127.0.0.1:1234/public/linstone`. */
  readonly site: string
  /** Asks for a public page of this landlord by what follows its name: `/hours`. */
  ask(path: string, options?: InjectOptions): Promise<LightMyRequestResponse>
}

/** Starts them on a free port, of the first landlord that is shipped or of another by its short name. */
export async function openPublicServer(landlord?: string): Promise<PublicServer> {
  const staff = await openStaffServer(undefined, landlord)
  const first = (await landlordsOf(staff.house.store)).find(
    (each) => each.landlord === staff.house.landlord.landlord,
  )
  if (first === undefined) throw new Error('the landlord of the house is one of the landlords')
  const { slug } = first
  return {
    ...staff,
    slug,
    site: `${staff.origin}/public/${slug}`,
    ask: (path, options = {}) => staff.server.inject({ url: `/public/${slug}${path}`, ...options }),
  }
}

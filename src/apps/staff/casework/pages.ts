import type { PageRoute } from '#http/layout/page-route.ts'
import { accessRequestPages } from '../access-requests/pages.tsx'
import { antisocialPages } from '../antisocial/pages.tsx'
import { behaviourPages } from '../behaviour/pages.tsx'
import { compensationPages } from '../compensation/pages.tsx'
import { complaintPages } from '../complaints/pages.tsx'
import { repairPages } from '../repairs/pages.tsx'
import { otherLists } from './other-lists.tsx'

/** Casework that is more than the page of a case and the forms of its acts. */
export const caseworkPages: readonly PageRoute[] = [
  ...compensationPages,
  ...complaintPages,
  ...repairPages,
  ...otherLists,
  ...accessRequestPages,
  ...antisocialPages,
  ...behaviourPages,
]

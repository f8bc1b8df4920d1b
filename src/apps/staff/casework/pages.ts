import type { PageRoute } from '#http/layout/page-route.ts'
import { compensationPages } from '../compensation/pages.tsx'
import { complaintPages } from '../complaints/pages.tsx'
import { repairPages } from '../repairs/pages.tsx'

/** Casework that is more than the page of a case and the forms of its acts. */
export const caseworkPages: readonly PageRoute[] = [...compensationPages, ...complaintPages, ...repairPages]

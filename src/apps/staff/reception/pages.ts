import type { PageRoute } from '#http/layout/page-route.ts'
import { arrivingPages } from './arriving-pages.tsx'
import { confirmationPages } from './confirmation-pages.tsx'
import { deskPages } from './desk-pages.tsx'
import { visitPages } from './visit-pages.tsx'

/** Reception: who waits, who comes in, who is seen and who leaves. */
export const receptionPages: readonly PageRoute[] = [
  ...deskPages,
  ...arrivingPages,
  ...visitPages,
  ...confirmationPages,
]

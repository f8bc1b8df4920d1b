import type { PageRoute } from '#http/layout/page-route.ts'
import { editionPages } from './edition-pages.tsx'
import { hoursPage } from './hours-page.tsx'
import { administrationPage } from './index-page.tsx'
import { recordPages } from './record-pages.tsx'

/** What is looked after in one place rather than in cases. */
export const administrationPages: readonly PageRoute[] = [
  administrationPage,
  hoursPage,
  ...editionPages,
  ...recordPages,
]

import type { PageRoute } from '#http/layout/page-route.ts'
import { actPages } from '../acts/pages.tsx'
import { openPages } from '../acts/open-pages.tsx'
import { assignPages } from './assign-pages.tsx'
import { caseLive } from './live.ts'
import { mergePages } from './merge-pages.tsx'
import { passOnPages } from './pass-on-pages.tsx'
import { putRightPages } from './put-right-pages.tsx'
import { showPages } from './show-pages.tsx'
import { workingPages } from './working-page.tsx'

/** A case and what is done in it. */
export const casePages: readonly PageRoute[] = [
  ...showPages,
  caseLive,
  ...actPages,
  ...openPages,
  ...assignPages,
  ...passOnPages,
  ...putRightPages,
  ...mergePages,
  ...workingPages,
]

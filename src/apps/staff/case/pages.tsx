import type { PageRoute } from '#http/layout/page-route.ts'
import { actPages } from '../acts/pages.tsx'
import { showPages } from './show-pages.tsx'

/** A case and what is done in it. */
export const casePages: readonly PageRoute[] = [...showPages, ...actPages]

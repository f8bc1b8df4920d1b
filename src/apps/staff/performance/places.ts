import type { Permission } from '#core/people/permission.ts'
import { local } from '#http/html/local.ts'
import type { NavigationLink } from '#http/layout/navigation.tsx'

/** One of the areas where is seen what was kept. */
export interface PerformancePlace extends NavigationLink {
  /** Any of these opens it. */
  readonly who: readonly Permission[]
}

/** The areas, in this order: one line an area, beside its pages. */
export const performancePlaces: readonly PerformancePlace[] = [
  { text: 'Dashboard', href: local`/performance`, who: ['figures.read'] },
  { text: 'Comparison', href: local`/performance/compare`, who: ['figures.read'] },
  { text: 'Observations', href: local`/observations`, who: ['figures.read'] },
  { text: 'Returns', href: local`/returns`, who: ['cases.read'] },
  { text: 'Duties', href: local`/duties`, who: ['cases.read'] },
  { text: 'Training', href: local`/training`, who: ['cases.read'] },
  { text: 'Surveys', href: local`/surveys`, who: ['surveys.enter', 'figures.read'] },
  { text: 'Reports', href: local`/reports`, who: ['published.read'] },
  { text: 'Public pages', href: local`/public-pages`, who: ['publish'] },
  { text: 'Learning', href: local`/learning`, who: ['figures.read'] },
  { text: 'What if', href: local`/tries`, who: ['editions.read'] },
  { text: 'Staffing', href: local`/staffing`, who: ['figures.read'] },
  { text: 'Translations', href: local`/translations`, who: ['figures.read'] },
]

/** Addresses that belong to “Performance” in the main navigation. */
export const withinPerformance: readonly string[] = [
  '/performance',
  '/observations',
  '/surveys',
  '/returns',
  '/duties',
  '/training',
  '/tries',
  '/staffing',
  '/learning',
  '/reports',
  '/public-pages',
  '/translations',
]

import type { FastifyPluginAsync } from 'fastify'
import { documentOf } from '#http/html/jsx-runtime.ts'
import type { LiveConfig } from '#http/live/live-streams.ts'
import { mountPages } from '#http/layout/mount-pages.ts'
import { Page } from '#http/layout/page.tsx'
import type { PageRoute } from '#http/layout/page-route.ts'
import { problemWords } from '#http/layout/problem-words.tsx'
import { type OpenidSettings, openOpenid } from '#http/sign-in/openid.ts'
import type { Door } from '#store/people/door.ts'
import type { Store } from '#store/store.ts'
import { answerPages } from './answering/pages.tsx'
import { outboxPages } from './outbox/pages.tsx'
import { surveyPages } from './surveys/pages.tsx'
import { templatePages } from './templates/pages.tsx'
import { accountPages } from './account/pages.tsx'
import { administrationPages } from './administration/pages.ts'
import { caseworkPages } from './casework/pages.ts'
import { casePages } from './case/pages.tsx'
import { contactPages } from './contacts/pages.tsx'
import { customerPages } from './customers/pages.tsx'
import { diaryPages } from './diary/pages.ts'
import { dutyPages } from './duties/pages.tsx'
import { shutToContractors } from './for-contractors.ts'
import { jobPages } from './jobs/pages.tsx'
import { keyPages } from './keys/pages.tsx'
import { placesIn } from './links.ts'
import { learningPages } from './learning/pages.tsx'
import { listPages } from './lists/pages.tsx'
import { observationPages } from './observations/pages.ts'
import { peoplePages } from './people/pages.tsx'
import { performancePages } from './performance/pages.tsx'
import { promisePages } from './promises/pages.tsx'
import { publicPagesPages } from './public-pages/pages.tsx'
import { reportPages } from './reports/pages.tsx'
import { receptionPages } from './reception/pages.ts'
import { returnPages } from './returns/pages.tsx'
import { openidPages } from './sign-in/openid-pages.tsx'
import { signInPages } from './sign-in/pages.tsx'
import { passwordPages } from './sign-in/password-pages.tsx'
import { secondFactorPages } from './sign-in/second-factor-pages.tsx'
import { searchPages } from './search/pages.tsx'
import { todayPages } from './today/pages.tsx'
import { trainingPages } from './training/pages.tsx'
import { staffingPages } from './staffing/pages.tsx'
import { translationPages } from './translations/pages.tsx'
import { tryPages } from './tries/pages.tsx'

/** What the pages for staff are started with. */
export interface StaffParts {
  readonly store: Store
  readonly door: Door
  /** The identity provider of this installation, where it has one. */
  readonly openid?: OpenidSettings
  /** How often what pages watch is looked at. */
  readonly live?: LiveConfig
}

/** The pages that staff work in: signing in, their own account, people, keys. */
export function staffPages(parts: StaffParts): FastifyPluginAsync {
  const { store, door } = parts
  const routes = staffPageRoutes(parts)
  return (server) =>
    mountPages(server, routes, { store, door, placesFor: placesIn(routes), live: parts.live })
}

/** Every page for staff, as data. */
export function staffPageRoutes({ door, openid }: StaffParts): readonly PageRoute[] {
  const provider = openid && openOpenid(openid, door)
  return shutToContractors([
    ...todayPages,
    ...listPages,
    ...searchPages,
    ...customerPages,
    ...signInPages(provider),
    ...(provider === undefined ? [] : openidPages(provider)),
    ...passwordPages,
    ...secondFactorPages,
    ...accountPages,
    ...peoplePages,
    ...keyPages,
    ...jobPages,
    ...answerPages,
    ...outboxPages,
    ...templatePages,
    ...casePages,
    ...contactPages,
    ...caseworkPages,
    ...diaryPages,
    ...receptionPages,
    ...promisePages,
    ...observationPages,
    ...surveyPages,
    ...learningPages,
    ...performancePages,
    ...returnPages,
    ...dutyPages,
    ...trainingPages,
    ...tryPages,
    ...translationPages,
    ...staffingPages,
    ...reportPages,
    ...publicPagesPages,
    ...administrationPages,
  ])
}

/** A whole page for a problem that no page of its own can show: nothing at this address, or our own mistake. */
export function problemPage(problem: {
  readonly title: string
  readonly detail: string
  readonly requestId: string
}): string {
  const says = `${problem.detail} If you tell somebody of this, tell them this too: ${problem.requestId}`
  const words = problemWords(problem.title, says)
  return documentOf(Page({ around: { path: '' }, words }))
}

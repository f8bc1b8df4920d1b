import type { Because } from '#core/refused.ts'
import type { ProblemKind } from '../server/problem-kinds.ts'
import { problemKinds } from '../server/problem-kinds.ts'
import { kindsByReason } from '../server/problem.ts'
import { offeredBy } from './answering.ts'
import { takenBy } from './body.ts'
import { isOpen, permissionsOf } from './guard.ts'
import type { Route } from './route.ts'

/** The problems a route may answer with, by status: those of any route, and those that its own declaration brings. */
export function problemsOf(route: Route): ReadonlyMap<number, readonly ProblemKind[]> {
  const kinds = new Set<ProblemKind>([
    'cannot-be-read',
    ...(isOpen(route.permission) ? [] : (['not-signed-in'] as const)),
    ...(permissionsOf(route.permission).length > 0 ? (['not-allowed'] as const) : []),
    ...(changes(route) && !isOpen(route.permission) ? (['from-another-site'] as const) : []),
    ...(offeredBy(route).length > 0 ? (['cannot-be-written-so'] as const) : []),
    ...(takenBy(route).length > 0 ? withBody : []),
    ...(route.ifMatch === 'must' ? (['needs-if-match'] as const) : []),
    ...(route.path.includes('{') ? (['not-found'] as const) : []),
    ...(route.refuses ?? []).map((because: Because) => kindsByReason[because]),
    ...always,
  ])
  const found = [...kinds].flatMap((kind) => statusesOf(kind, route).map((status) => ({ status, kind })))
  const sorted = Map.groupBy(
    found.toSorted((a, b) => a.status - b.status),
    ({ status }) => status,
  )
  return new Map([...sorted].map(([status, group]) => [status, group.map(({ kind }) => kind)]))
}

const withBody = ['too-large', 'wrong-content-type', 'not-valid'] as const
const always = ['too-many', 'our-mistake', 'cannot-answer-now', 'took-too-long'] as const

function changes({ method }: Route): boolean {
  return method !== 'GET'
}

function statusesOf(kind: ProblemKind, { ifMatch }: Route): readonly number[] {
  const { status } = problemKinds[kind]
  if (kind !== 'changed-meanwhile' || ifMatch === undefined) return [status]
  return ifMatch === 'must' ? [412] : [412, status]
}

import type { CaseEvent } from '#core/ledger/event.ts'
import { type Refusal, refuse } from '#core/refusal.ts'
import { handlingOfDispute, neighbourTrouble } from './subjects.ts'

/** An answer is to the stage the complaint is at, and trouble with a neighbour is not answered as a complaint. */
export function answerRefused(told: readonly CaseEvent[], { data }: CaseEvent): Refusal | undefined {
  const received = told.findLast(({ type }) => type === 'complaint-received')
  if (received?.data['about'] === neighbourTrouble)
    return refuse(
      'trouble with a neighbour is dealt with as antisocial behaviour, not as a complaint',
      'pass it to that procedure; if it is about how we handled a dispute, correct what it is about',
    )
  const stage = stageOf(told)
  if (data['stage'] === undefined || data['stage'] === stage) return undefined
  return refuse(
    `this complaint is at stage ${stage}`,
    `give our decision at stage ${stage}, or take it to the next stage first`,
  )
}

/** It goes to the stage after the one it is at. */
export function escalationRefused(told: readonly CaseEvent[], { data }: CaseEvent): Refusal | undefined {
  const next = stageOf(told) + 1
  if (data['stage'] === undefined || data['stage'] === next) return undefined
  return refuse(`this complaint goes to stage ${next} next`, `write ${next}`)
}

/** How we handled a dispute is our own doing: it stays a complaint, whoever would sooner pass it on. */
export function redirectRefused(told: readonly CaseEvent[], { data }: CaseEvent): Refusal | undefined {
  const received = told.findLast(({ type }) => type === 'complaint-received')
  if (received?.data['about'] !== handlingOfDispute || data['to'] !== 'antisocial-behaviour') return undefined
  return refuse(
    'this complaint is about how we handled a dispute, so it stays a complaint',
    'look into it as any other; if it is about the neighbour, correct what it is about',
  )
}

function stageOf(told: readonly CaseEvent[]): number {
  const escalated = told.findLast(({ type }) => type === 'complaint-escalated')?.data['stage']
  return typeof escalated === 'number' ? escalated : 1
}

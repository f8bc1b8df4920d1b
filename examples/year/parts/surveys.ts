import { hour } from '#core/time/instant.ts'
import { arrivals, online } from '../arrivals.ts'
import { type AskedQuestion, questionsAsked } from '../pack-asks.ts'
import type { Random } from '../random.ts'
import { slownessOf } from '../seasons.ts'
import { type Case, openCase } from '../told.ts'
import type { World } from '../world.ts'

/** Answers to the questions whose answers the pack counts. */
export function surveys(world: World): readonly Case[] {
  return questionsAsked(world).flatMap((asked) => answersTo(world, asked))
}

function answersTo(world: World, asked: AskedQuestion): readonly Case[] {
  const { survey, question } = asked
  const random = world.random(`survey ${survey} ${question}`)
  const content = world.landlord.content[survey] ?? 0.8
  return [...arrivals(world, random, world.landlord.surveyAnswers, online)].map((at, index) => {
    const answered = openCase('survey', `${survey}-${String(index + 1).padStart(4, '0')}`)
    // People who were kept waiting say so.
    const share = content + 0.02 - (slownessOf(world.zone.dayOf(at)) - 1) * 0.16
    const answer = random.chance(share) ? goodAnswer(asked, random) : random.weighted(others)
    // Paper answers come back from the survey firm.
    const recordedAt = random.chance(0.3) ? at + random.between(20, 120) * hour : at
    answered.tell('survey-answered', at, { survey, question, answer }, { recordedAt })
    return answered
  })
}

/** The second-best answer is the commoner one. */
function goodAnswer({ good }: AskedQuestion, random: Random): string {
  return random.weighted(good.map((answer, index) => [answer, index === 0 ? 0.4 : 0.6] as const))
}

const others = [
  ['neither', 0.45],
  ['fairly-dissatisfied', 0.33],
  ['very-dissatisfied', 0.22],
] as const

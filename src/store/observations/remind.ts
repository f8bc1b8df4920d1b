import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import { queueMail } from '../jobs/outbox.ts'
import type { Store } from '../store.ts'
import { dayText, instantText } from '../types.ts'
import { openRound } from './programme-rows.ts'
import { todayIn } from './programmes.ts'
import { lockProgramme } from './rounds.ts'

/** Nobody is reminded of the same sheets twice within this. */
const hoursBetween = 20

/** Reminds everybody by e-mail who has sheets of this programme that are overdue: how many, and where they are. */
export function remindObservers(
  store: Store,
  acting: Acting,
  { programmeId, origin }: { readonly programmeId: string; readonly origin: string },
): Promise<{ readonly reminded: number } | Refused> {
  return store.database.transact(acting, 'returns.write', async (tx) => {
    await tx.run(lockProgramme, [acting.landlord, programmeId])
    const found = await openRound(tx, programmeId)
    if (isRefused(found)) return found
    const { programme, round } = found
    const now = store.now()
    if (round.remindedAt !== null && now - round.remindedAt < hoursBetween * 3_600_000)
      return refused('not valid', 'the observers were reminded today', 'wait until tomorrow')
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const of = [acting.landlord, programmeId, round.round]
    const late = await tx.run(observersLate, [...of, dayText(today)])
    for (const { name, email, sheets } of late)
      await queueMail(
        tx,
        { to: email, about: 'observations overdue', ...reminder({ name, sheets, origin }) },
        now,
      )
    if (late.length === 0)
      return refused('not valid', `nobody with an e-mail address is late with ${programme.name}`)
    await tx.run(noteReminder, [...of, instantText(now)])
    return { reminded: late.length }
  })
}

/** No more reminders than one a week come by themselves. */
const daysBetween = 7

/** Reminds the observers of every programme that has sheets overdue, each once a week; gives how many programmes it was. */
export async function remindLateObservers(
  store: Store,
  acting: Acting,
  { origin }: { readonly origin: string },
): Promise<{ readonly programmes: number } | Refused> {
  const late = await store.database.transact(acting, 'returns.write', async (tx) => {
    const today = await todayIn(tx, store)
    if (isRefused(today)) return today
    const remindedBefore = instantText(store.now() - daysBetween * 24 * 3_600_000)
    return tx.run(programmesLate, [acting.landlord, dayText(today), remindedBefore])
  })
  if (isRefused(late)) return late
  let programmes = 0
  for (const { programmeId } of late) {
    const done = await remindObservers(store, acting, { programmeId, origin })
    if (!isRefused(done)) programmes += 1
    // Somebody may have sent the last sheet, closed the round or pressed the button meanwhile.
    else if (done.because !== 'not valid') return done
  }
  return { programmes }
}

function reminder({ name, sheets, origin }: { name: string; sheets: number; origin: string }) {
  const forms = sheets === 1 ? 'one observation form is' : `${sheets} observation forms are`
  return {
    subject: 'Observation forms that are overdue',
    text: [
      `Dear ${name}`,
      `${forms[0]?.toUpperCase()}${forms.slice(1)} overdue that were given to you. Please fill in what you can:\n${origin}/observations/mine`,
      'If you cannot do them, tell whoever gave them to you, and they give them to somebody else.',
    ].join('\n\n'),
  }
}

const observersLate = statement<{ readonly name: string; readonly email: string; readonly sheets: number }>(
  'observers-late',
  `select w.name, w.email, count(*)::integer as sheets
     from observation_sheets s
     join staff w on w.landlord = s.landlord and w.staff_id = s.observer_id and w.active and w.email is not null
    where s.landlord = $1 and s.programme_id = $2 and s.round = $3 and s.sent_at is null and s.due_on < $4
    group by w.staff_id, w.name, w.email order by w.staff_id limit 500`,
)

const programmesLate = statement<{ readonly programmeId: string }>(
  'observation-programmes-late',
  `select distinct r.programme_id as "programmeId"
     from observation_rounds r
     join observation_sheets s on s.landlord = r.landlord and s.programme_id = r.programme_id and s.round = r.round
     join staff w on w.landlord = s.landlord and w.staff_id = s.observer_id and w.active and w.email is not null
    where r.landlord = $1 and r.closed_at is null and (r.reminded_at is null or r.reminded_at < $3)
      and s.sent_at is null and s.due_on < $2
    order by 1 limit 500`,
)

const noteReminder = statement(
  'note-observers-reminded',
  'update observation_rounds set reminded_at = $4 where landlord = $1 and programme_id = $2 and round = $3',
)

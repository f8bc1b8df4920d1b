import type { Acting } from '#core/people/acting.ts'
import type { Refused } from '#core/refused.ts'
import { statement } from '../statement.ts'
import type { Store } from '../store.ts'
import { instantText } from '../types.ts'

/** A team by its name, for who sees figures. */
export interface TeamToShow {
  readonly id: string
  readonly name: string
}

/** More than any landlord has, in a list to choose from. */
const mostTeams = 500

/**
 * The teams whose figures can be shown, by name: to who sees cases as well. Those of a small team are a few people’s, and who sits on
 * a panel is shown groups with small numbers hidden.
 */
export function teamsToShow(store: Store, acting: Acting): Promise<readonly TeamToShow[] | Refused> {
  return store.database.transact(acting, 'figures.read', async (tx) =>
    acting.may.has('cases.read')
      ? tx.run(teamsThereAre, [acting.landlord, mostTeams, instantText(store.now())])
      : [],
  )
}

const teamsThereAre = statement<TeamToShow>(
  'teams-to-show',
  `select team_id as id, name from teams
    where landlord = $1 and (ended_on is null or ended_on > ($3::timestamptz at time zone 'Europe/London')::date)
    order by name, team_id limit $2`,
)

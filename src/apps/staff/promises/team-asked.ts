import type { Acting } from '#core/people/acting.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type TeamToShow, teamsToShow } from '#store/comparisons/teams-to-show.ts'
import type { Store } from '#store/store.ts'

/** The team whose figures are asked for, by its id in the address; none, where none is named. */
export async function teamAsked(
  store: Store,
  acting: Acting,
  id: string,
): Promise<TeamToShow | undefined | Refused> {
  if (id === '') return undefined
  const teams = await teamsToShow(store, acting)
  if (isRefused(teams)) return teams
  return teamAmong(teams, id)
}

/** The same among teams that are known already. */
export function teamAmong(teams: readonly TeamToShow[], id: string): TeamToShow | undefined | Refused {
  if (id === '') return undefined
  return (
    teams.find((team) => team.id === id) ??
    refused('not found', 'there is no such team', 'choose one of the list')
  )
}

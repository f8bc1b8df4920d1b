import type { SurveyRead } from '#store/surveys/read-surveys.ts'
import type { GroupCount, GroupedBy } from '#store/surveys/results.ts'
import type { RoundShown } from './rounds.tsx'

/** What the page of a survey is drawn from. */
export interface OneSurveyProps extends SurveyRead {
  readonly rounds: readonly RoundShown[]
  /** The round that is shown. */
  readonly chosen: RoundShown
  /** Whether answers are for whoever looks. */
  readonly sees: boolean
  readonly by: GroupedBy | undefined
  readonly grouped: readonly GroupCount[] | undefined
  readonly teams: ReadonlyMap<string, string>
  readonly may: (what: 'surveys.write' | 'surveys.enter' | 'words.read' | 'customers.read') => boolean
  readonly token: string
}

import type { SurveyRead } from '#store/surveys/read-surveys.ts'
import type { AnswersCounted, GroupedBy } from '#store/surveys/results.ts'

/** What the page of a survey is drawn from. */
export interface OneSurveyProps extends SurveyRead {
  /** What was answered; nothing for who may not see figures. */
  readonly answers: AnswersCounted | undefined
  readonly by: GroupedBy | undefined
  readonly grouped: AnswersCounted | undefined
  readonly teams: ReadonlyMap<string, string>
  readonly may: (what: 'surveys.write' | 'surveys.enter' | 'words.read' | 'customers.read') => boolean
  readonly token: string
}

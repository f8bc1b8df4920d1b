import type { Acting } from '#core/people/acting.ts'
import { addAction } from '#store/learning/change-actions.ts'
import { showPage } from '#store/public/showings.ts'
import { savePageVersion } from '#store/public/page-versions.ts'
import type { Store } from '#store/store.ts'
import { saveSurvey, setSurveyState } from '#store/surveys/save-survey.ts'
import { wantTranslation } from '#store/translations/write-translations.ts'
import { done } from '#test/store/databases.ts'
import { actionOf } from '#test/wall/learning-across.ts'
import { observationsOfA } from '#test/wall/observations-across.ts'
import { surveyOf } from '#test/wall/surveys-across.ts'

/** One of each thing that is measured or published by hand; gives what their addresses hold. */
export async function recordMeasured(
  store: Store,
  acting: Acting,
  { staffId, caseId }: { readonly staffId: string; readonly caseId: string },
): Promise<Readonly<Record<string, string>>> {
  const { programme, sheet, results } = await observationsOfA(store, acting, 'main')
  const { surveyId } = done(await saveSurvey(store, acting, { typed: surveyOf('Everybody') }))
  done(await setSurveyState(store, acting, { surveyId, state: 'open' }))
  const texts = { page: 'hours', texts: {}, datedOn: 20_500, expected: 0 }
  done(await savePageVersion(store, acting, texts))
  done(await showPage(store, acting, { page: 'hours' }))
  const wanted = { document: 'page:hours', language: 'cy' }
  return {
    programmeId: programme,
    sheetId: sheet,
    importId: results,
    surveyId,
    actionId: done(await addAction(store, acting, actionOf(staffId, caseId))),
    translationId: done(await wantTranslation(store, acting, wanted)).translationId,
    page: 'hours',
    version: '1',
  }
}

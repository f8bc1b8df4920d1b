import { evidenceOf, readEvidenceFile, takeEvidenceBack } from '#store/duties/evidence.ts'
import { setDutyOwner } from '#store/duties/owners.ts'
import { readDuty, readDutyList } from '#store/duties/read-duties.ts'
import { recordEvidence } from '#store/duties/record-evidence.ts'
import { checkReturn, turnReturnDown } from '#store/returns/check.ts'
import { importReturns } from '#store/returns/import-returns.ts'
import { proposeBrought } from '#store/returns/propose-brought.ts'
import { proposeReturn } from '#store/returns/propose.ts'
import { readReturnHistory } from '#store/returns/read-history.ts'
import { readReturns } from '#store/returns/read-returns.ts'
import { keepTrainingInStep } from '#store/training/in-step.ts'
import { readPersonTraining, readTraining, readTrainingFile } from '#store/training/read-training.ts'
import { recordCourse, setJoined } from '#store/training/record-training.ts'
import type { Try } from './try.ts'
import { mark } from './two-landlords.ts'

/** Duties, returns and training: those that take the id of something. */
export const foundOfDuties: Readonly<Record<string, Try>> = {
  readDuty: ({ store }, acting) => readDuty(store, acting, 'P-1'),
  recordEvidence: ({ store }, acting) =>
    recordEvidence(store, acting, { promise: 'P-1', doneOn: 20_454, note: 'Done' }),
  evidenceOf: ({ store }, acting) => evidenceOf(store, acting, 'P-1'),
  readEvidenceFile: ({ store, ids }, acting) => readEvidenceFile(store, acting, ids.evidenceFile),
  takeEvidenceBack: ({ store, ids }, acting) =>
    takeEvidenceBack(store, acting, { promise: 'P-1', name: ids.evidence }),
  setDutyOwner: ({ store, ids }, acting) =>
    setDutyOwner(store, acting, {
      concerns: 'duty',
      name: mark,
      teamId: null,
      staffId: ids.staff,
      daysBefore: 28,
    }),
  checkReturn: ({ store, ids }, acting) => checkReturn(store, acting, { returnId: ids.return }),
  turnReturnDown: ({ store, ids }, acting) => turnReturnDown(store, acting, { returnId: ids.return }),
  readReturnHistory: ({ store }, acting) => readReturnHistory(store, acting, 'a-return'),
  readPersonTraining: ({ store, ids }, acting) => readPersonTraining(store, acting, ids.staff),
  readTrainingFile: ({ store, ids }, acting) => readTrainingFile(store, acting, ids.trainingFile),
  recordCourse: ({ store, ids }, acting) =>
    recordCourse(store, acting, { staffIds: [ids.staff], course: 'customer-care', doneOn: 20_454 }),
  setJoined: ({ store, ids }, acting) => setJoined(store, acting, { staffId: ids.staff, joinedOn: 20_000 }),
}

/** And those that list what is one’s own. */
export const shownOfDuties: Readonly<Record<string, Try>> = {
  readDutyList: ({ store }, acting) => readDutyList(store, acting),
  readReturns: ({ store }, acting) => readReturns(store, acting),
  proposeReturn: ({ store }, acting) =>
    proposeReturn(store, acting, { name: mark, month: 24_314, value: 1, source: mark }),
  importReturns: ({ store }, acting) =>
    importReturns(store, acting, {
      name: 'a.csv',
      content: new TextEncoder().encode('name,month,value,source\na,b,c,d\n'),
    }),
  proposeBrought: ({ store }, acting) => proposeBrought(store, acting, []),
  readTraining: ({ store }, acting) => readTraining(store, acting),
  keepTrainingInStep: ({ store }, acting) => keepTrainingInStep(store, acting),
}

import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { addPage, addThePlaces, drawnAgainPage, drawTheSample } from './add-pages.tsx'
import { filePage, rejectedPage, takeTheFile } from './file-pages.tsx'
import { minePage } from './mine-page.tsx'
import { programmePage } from './programme-page.tsx'
import { programmesPage } from './programmes-page.tsx'
import { beginTheRound, closeTheRound, endTheProgramme, newRoundPage, remind } from './round-pages.tsx'
import { addTheProgramme, newProgrammePage } from './set-up-pages.tsx'
import { correct, correctPage, fillIn, sheetPage } from './sheet-pages.tsx'
import { giveTheSheets, sheetsPage } from './sheets-page.tsx'

const one = '/observations/:programmeId'
const sheet = '/observations/sheets/:sheetId'

/** Programmes of observation: looked at with the figures, run with returns, filled in by whoever was given a sheet. */
export const observationPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/observations', who: 'figures.read', handle: programmesPage }),
  pageRoute({
    method: 'GET',
    path: '/observations/new',
    who: 'returns.write',
    handle: (asked) => newProgrammePage(asked),
  }),
  pageRoute({ method: 'POST', path: '/observations/new', who: 'returns.write', handle: addTheProgramme }),
  pageRoute({ method: 'GET', path: '/observations/mine', who: 'observations.write', handle: minePage }),
  pageRoute({ method: 'GET', path: sheet, who: 'observations.write', handle: (asked) => sheetPage(asked) }),
  pageRoute({ method: 'POST', path: sheet, who: 'observations.write', handle: fillIn }),
  pageRoute({
    method: 'GET',
    path: `${sheet}/correct`,
    who: 'observations.write',
    handle: (asked) => correctPage(asked),
  }),
  pageRoute({ method: 'POST', path: `${sheet}/correct`, who: 'observations.write', handle: correct }),
  pageRoute({ method: 'GET', path: one, who: 'figures.read', handle: programmePage }),
  pageRoute({ method: 'GET', path: `${one}/add`, who: 'returns.write', handle: (asked) => addPage(asked) }),
  pageRoute({ method: 'POST', path: `${one}/draw`, who: 'returns.write', handle: drawTheSample }),
  pageRoute({ method: 'POST', path: `${one}/places`, who: 'returns.write', handle: addThePlaces }),
  pageRoute({
    method: 'GET',
    path: `${one}/sheets`,
    who: 'returns.write',
    handle: (asked) => sheetsPage(asked),
  }),
  pageRoute({ method: 'POST', path: `${one}/sheets`, who: 'returns.write', handle: giveTheSheets }),
  pageRoute({ method: 'POST', path: `${one}/remind`, who: 'returns.write', handle: remind }),
  pageRoute({ method: 'POST', path: `${one}/close`, who: 'returns.write', handle: closeTheRound }),
  pageRoute({ method: 'POST', path: `${one}/end`, who: 'returns.write', handle: endTheProgramme }),
  pageRoute({
    method: 'GET',
    path: `${one}/rounds/new`,
    who: 'returns.write',
    handle: (asked) => newRoundPage(asked),
  }),
  pageRoute({ method: 'POST', path: `${one}/rounds/new`, who: 'returns.write', handle: beginTheRound }),
  pageRoute({
    method: 'GET',
    path: `${one}/rounds/:round/samples/:sample`,
    who: 'returns.write',
    handle: drawnAgainPage,
  }),
  pageRoute({ method: 'GET', path: `${one}/file`, who: 'returns.write', handle: (asked) => filePage(asked) }),
  pageRoute({
    method: 'POST',
    path: `${one}/file`,
    who: 'returns.write',
    takesFiles: true,
    handle: takeTheFile,
  }),
  pageRoute({ method: 'GET', path: `${one}/files/:importId`, who: 'returns.write', handle: rejectedPage }),
]

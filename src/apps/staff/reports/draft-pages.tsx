import { isRefused, type Refused } from '#core/refused.ts'
import { documentHtml } from '#http/formats/document-html.tsx'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { listIn, longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { checkEnglish } from '#http/plain-english/check-english.ts'
import { draftDocument } from '#http/reports/report-document.ts'
import { readJargon } from '#store/letters/jargon.ts'
import type { Visitor } from '#store/people/sessions.ts'
import { type DraftReport, readDraft } from '#store/reports/read-reports.ts'
import { sendReport } from '#store/reports/send-report.ts'
import { type ReportTyped, writeReport } from '#store/reports/write-report.ts'
import { draftShown } from './draft-shown.tsx'
import { NotYetOver } from './report-head.tsx'
import { fieldsOfWords } from './report-words.ts'

type Asked = PageAsked<Visitor>

/** Writing on a draft: keeping what is typed, saving it, checking it for plain English, and sending it on. */
export const draftPages: readonly PageRoute[] = [
  pageRoute({ method: 'GET', path: '/reports/:reportId/preview', who: 'published.read', handle: preview }),
  pageRoute({
    method: 'POST',
    path: '/reports/:reportId/keep',
    who: 'reports.write',
    handle: async (asked) => {
      const written = await write(asked)
      if (isRefused(written)) return written
      return written.fault ?? { goTo: local`/reports/${asked.params['reportId'] ?? ''}` }
    },
  }),
  pageRoute({ method: 'POST', path: '/reports/:reportId', who: 'reports.write', handle: saved }),
]

async function preview(asked: Asked): Promise<PageAnswer | Refused> {
  const draft = await draftOf(asked)
  if (isRefused(draft)) return draft
  return {
    title: draft.title,
    wide: true,
    back: { text: 'Back to the draft', href: local`/reports/${draft.row.reportId}` },
    content: (
      <>
        <h1 class="govuk-heading-l">{draft.title}</h1>
        <p class="govuk-body">This is a draft. Only those who write and check reports see it.</p>
        <NotYetOver draft={draft} />
        {documentHtml(draftDocument(draft.content), { without: 'title' })}
      </>
    ),
  }
}

async function saved(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const reportId = params['reportId'] ?? ''
  const written = await write(asked)
  if (isRefused(written)) return written
  const { draft, typed, fault } = written
  if (fault !== undefined) return draftShown(asked, draft, { typed, faults: [faultAt(draft, fault)] })
  const then = textIn(fields, 'then')
  if (then === 'english') {
    const jargon = await readJargon(store, visitor.acting)
    const found = isRefused(jargon) ? jargon : await checkEnglish([...typed.values()].join('\n\n'), jargon)
    return draftShown(asked, draft, { typed, english: isRefused(found) ? undefined : found })
  }
  if (then !== 'send') return { goTo: local`/reports/${reportId}?done=saved` }
  const sent = await sendReport(store, visitor.acting, { reportId })
  if (!isRefused(sent)) return { goTo: local`/reports/${reportId}?done=sent` }
  return draftShown(asked, draft, { typed, faults: [faultOf(sent)] })
}

interface Written {
  readonly draft: DraftReport
  /** By the name of the field. */
  readonly typed: ReadonlyMap<string, string>
  readonly fault: Refused | undefined
}

async function write(asked: Asked): Promise<Written | Refused> {
  const { store, visitor, fields } = asked
  const draft = await draftOf(asked)
  if (isRefused(draft)) return draft
  const words = fieldsOfWords(draft.content).filter(({ name }) => Object.hasOwn(fields, name))
  const textOf = (name: string) => longTextIn(fields, name).replaceAll('\r\n', '\n')
  const openedAt = Number(textIn(fields, 'openedAt'))
  const typed: ReportTyped = {
    words: new Map(words.map(({ name, place }) => [place, textOf(name)])),
    openedAt: Number.isFinite(openedAt) ? openedAt : 0,
    ...(draft.row.restates !== null && { because: textOf('because') }),
    ...(textIn(fields, 'choosesFulfils') === 'yes' && { fulfils: fulfilsFrom(asked, draft) }),
  }
  const done = await writeReport(store, visitor.acting, { reportId: draft.row.reportId, typed })
  if (isRefused(done) && done.because === 'not allowed') return done
  const names = words.map(({ name }) => [name, textOf(name)] as const)
  return {
    draft,
    typed: new Map([...names, ...(typed.because === undefined ? [] : [['because', typed.because] as const])]),
    fault: isRefused(done) ? done : undefined,
  }
}

/** Of what may be ticked, what was. */
function fulfilsFrom({ fields }: Asked, { fulfilments }: DraftReport): readonly string[] {
  const ticked = new Set(listIn(fields, 'fulfils'))
  return fulfilments.map(({ key }) => key).filter((key) => ticked.has(key))
}

/** A fault at the place of words, at its field. */
function faultAt({ content }: DraftReport, fault: Refused): Fault {
  const { field, says } = faultOf(fault)
  const name = fieldsOfWords(content).find(({ place }) => place === field)?.name ?? field
  return { says, ...(name !== undefined && { field: name }) }
}

function draftOf({ store, visitor, params }: Asked): Promise<DraftReport | Refused> {
  return readDraft(store, visitor.acting, { reportId: params['reportId'] ?? '' })
}

import type { PlainEnglish } from '#core/letters/advice.ts'
import { textsOf } from '#core/publishing/site-pages.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { formatDay } from '#core/time/day.ts'
import { local } from '#http/html/local.ts'
import type { Raw } from '#http/html/raw.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { Button, DateField, Form, TextArea } from '#http/layout/form.tsx'
import type { PageAnswer, PageAsked } from '#http/layout/page-route.ts'
import { checkEnglish } from '#http/plain-english/check-english.ts'
import { blocksHtml } from '#http/public/views/ground.tsx'
import { siteView } from '#http/public/views/site-view.ts'
import { blocksOfText } from '#core/publishing/text-blocks.ts'
import { listImprovements } from '#store/learning/improvements.ts'
import { readJargon } from '#store/letters/jargon.ts'
import type { Visitor } from '#store/people/sessions.ts'
import {
  type PageHistory,
  type PageVersion,
  readPageHistory,
  savePageVersion,
} from '#store/public/page-versions.ts'
import type { Texts } from '#store/public/site.ts'
import { dayFromFields, dayText, todayOf } from '../times.ts'
import { EnglishAdvice } from '../answering/advice.tsx'

type Asked = PageAsked<Visitor>

/** The form of a page’s texts: all of it written again, so that a version is whole. */
export async function changePage(asked: Asked, again?: Again): Promise<PageAnswer | Refused> {
  const { store, visitor, params, formToken } = asked
  const history = await readPageHistory(store, visitor.acting, { page: params['page'] ?? '' })
  if (isRefused(history)) return history
  const { page, versions } = history
  const latest = versions[0]
  const today = formatDay(todayOf(store.now()))
  const typed = again ?? {
    texts: latest?.texts ?? {},
    datedOn: today,
    expected: latest?.version ?? 0,
    faults: [],
  }
  const title = `${latest === undefined ? 'Write' : 'Change'} “${page.title}”`
  return {
    title,
    back: { text: page.title, href: local`/public-pages/${page.name}` },
    faults: typed.faults,
    ...(typed.faults.length > 0 && { status: 422 }),
    content: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          Anybody can read it, so it must name nobody. What is on show stays as it is until you put the new
          version on show.
        </p>
        <Form action={local`/public-pages/${page.name}/change`} token={formToken}>
          <input type="hidden" name="expected" value={String(typed.expected)} />
          {textsOf(page, linesOf(history)).map(({ name, label, hint, rows = 5 }) => (
            <TextArea
              name={name}
              label={label}
              hint={hint}
              rows={rows}
              value={typed.texts[name]}
              faults={typed.faults}
            />
          ))}
          <DateField
            name="datedOn"
            label="Which date is printed on it?"
            value={typed.datedOn}
            faults={typed.faults}
          />
          <Button>Save and look at it</Button>
        </Form>
      </>
    ),
  }
}

interface Again {
  readonly texts: Texts
  readonly datedOn: string
  readonly expected: number
  readonly faults: readonly Fault[]
}

/** Saves what was typed as a new version, and goes on to look at it. */
export async function savePage(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, fields } = asked
  const page = params['page'] ?? ''
  const history = await readPageHistory(store, visitor.acting, { page })
  if (isRefused(history)) return history
  const texts = textsTyped(history, fields)
  const seen = Number(textIn(fields, 'expected'))
  const expected = Number.isSafeInteger(seen) && seen >= 0 ? seen : 0
  const typed = { texts, expected, datedOn: textIn(fields, 'datedOn') }
  const datedOn = dayFromFields(fields, 'datedOn', store.now()) ?? noDate
  if (isRefused(datedOn)) return changePage(asked, { ...typed, faults: [faultOf(datedOn)] })
  const saved = await savePageVersion(store, visitor.acting, { page, texts, datedOn, expected })
  if (isRefused(saved)) return changePage(asked, { ...typed, faults: [faultOf(saved)] })
  return { goTo: local`/public-pages/${page}/versions/${String(saved.version)}?done=saved` }
}

const noDate = refused('not valid', 'the date is missing', 'give the date that is printed on it', '/datedOn')

function linesOf({ site }: PageHistory): readonly string[] {
  return [...site.edition.pack.hours.keys()]
}

function textsTyped(history: PageHistory, fields: Fields): Texts {
  return Object.fromEntries(
    textsOf(history.page, linesOf(history)).map(({ name }) => [
      name,
      longTextIn(fields, name).replaceAll('\r\n', '\n'),
    ]),
  )
}

/** A version as customers would see it, with what could be said more plainly. */
export async function previewPage(asked: Asked): Promise<PageAnswer | Refused> {
  const { store, visitor, params, query, formToken } = asked
  const history = await readPageHistory(store, visitor.acting, { page: params['page'] ?? '' })
  if (isRefused(history)) return history
  const { page, site, versions } = history
  const version = versions.find((each) => String(each.version) === params['version'])
  if (version === undefined)
    return refused('not found', 'there is no such version', 'choose one of those on the page')
  const content = await drawn(asked, history, version)
  if (isRefused(content)) return content
  const english = await englishOf(asked, version)
  const isShown = site.shown.get(page.name)?.version === version.version
  const title = `${page.title}, version ${version.version}`
  return {
    title,
    back: { text: page.title, href: local`/public-pages/${page.name}` },
    notice: textIn(query, 'done') === 'saved' ? 'It is saved. This is how it will look.' : undefined,
    content: (
      <>
        <p class="govuk-caption-l">{`Version ${version.version}, dated ${dayText(version.datedOn)}`}</p>
        <div class="kept-paper kept-public-preview">{content}</div>
        {!isShown && (
          <Form action={local`/public-pages/${page.name}/show`} token={formToken}>
            <input type="hidden" name="version" value={String(version.version)} />
            <Button>{`Put version ${version.version} on show`}</Button>
          </Form>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={local`/public-pages/${page.name}/change`}>
            Change it again
          </a>
        </p>
        {english !== undefined && <EnglishAdvice found={english} />}
      </>
    ),
  }
}

async function drawn(
  { store, visitor }: Asked,
  { page, site }: PageHistory,
  version: PageVersion,
): Promise<Raw | Refused> {
  const { acting, landlord } = visitor
  const improvements = page.name === 'improvements' ? await listImprovements(store, acting) : []
  if (isRefused(improvements)) return improvements
  const own = { ...landlord, landlord: acting.landlord }
  const ground = { landlord: own, site, shown: version, title: page.title, now: store.now(), improvements }
  const view = siteView(page.name, ground)
  if (view !== undefined) return <>{view.content}</>
  return (
    <>
      <h1>{page.title}</h1>
      {blocksHtml(Object.values(version.texts).flatMap((text) => blocksOfText(text, 2)))}
    </>
  )
}

/** Nothing where the checker is busy, or the words of the house may not be read: advice is no reason to wait. */
async function englishOf(
  { store, visitor }: Asked,
  { texts }: PageVersion,
): Promise<PlainEnglish | undefined> {
  const text = Object.values(texts)
    .filter((each) => each !== '')
    .join('\n\n')
  if (text === '') return undefined
  const jargon = await readJargon(store, visitor.acting)
  const found = await checkEnglish(text, isRefused(jargon) ? [] : jargon)
  return isRefused(found) ? undefined : found
}

import { isRefused, type Refused } from '#core/refused.ts'
import { local } from '#http/html/local.ts'
import { type Fault, faultOf } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import { type PageAnswer, type PageAsked, type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { typeset } from '#http/pdf/typeset.ts'
import { blocksOf } from '#http/pdf/blocks.ts'
import { readJargon, setJargon } from '#store/letters/jargon.ts'
import { staffOf } from '#store/masters/names.ts'
import type { Visitor } from '#store/people/sessions.ts'
import {
  endTemplate,
  listTemplates,
  readTemplate,
  saveTemplate,
  type TemplateTyped,
} from '#store/letters/templates.ts'
import { dayText, todayOf } from '../times.ts'
import { JargonView } from './jargon.tsx'
import { TemplateForm, type FormShown } from './template-form.tsx'
import { TemplateList, TemplateView } from './templates.tsx'

/** Templates of letters and the words of the house. Everybody reads them; who may change masters changes them. */
export const templatePages: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/templates',
    who: 'masters.read',
    handle: async ({ store, visitor: { acting }, query }) => {
      const templates = await listTemplates(store, acting, { ended: true })
      if (isRefused(templates)) return templates
      return {
        title: 'Templates',
        content: <TemplateList templates={templates} mayWrite={acting.may.has('masters.write')} />,
        wide: true,
        notice: notices[textIn(query, 'done')],
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/templates/jargon',
    who: 'masters.read',
    handle: async (asked) => jargonPage(asked),
  }),
  pageRoute({
    method: 'POST',
    path: '/templates/jargon',
    who: 'masters.write',
    handle: async (asked) => {
      const { store, visitor, fields } = asked
      const [word, say] = [textIn(fields, 'word'), textIn(fields, 'say')]
      const remove = textIn(fields, 'remove')
      const set = await setJargon(store, visitor.acting, remove === '' ? { word, say } : { word: remove })
      if (!isRefused(set))
        return { goTo: local`/templates/jargon?done=${remove === '' ? 'word' : 'removed'}` }
      return jargonPage(asked, [faultOf(set)])
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/templates/add',
    who: 'masters.write',
    handle: async ({ formToken }) => formPage({ typed: blank, token: formToken, faults: [] }),
  }),
  pageRoute({
    method: 'POST',
    path: '/templates/add',
    who: 'masters.write',
    handle: async (asked) => saved(asked, undefined),
  }),
  pageRoute({
    method: 'GET',
    path: '/templates/:templateId',
    who: 'masters.read',
    handle: async ({ store, visitor: { acting }, params, query, formToken }) => {
      const found = await readTemplate(store, acting, params['templateId'] ?? '')
      if (isRefused(found)) return found
      const staff = new Map(
        (await staffOf(store, acting)).map(({ staffId, name }) => [`staff:${staffId}`, name]),
      )
      const compared = [textIn(query, 'from'), textIn(query, 'to')].map(Number)
      return {
        title: found.template.name,
        content: (
          <TemplateView
            {...found}
            staff={staff}
            compared={compared}
            mayWrite={acting.may.has('masters.write')}
            token={formToken}
          />
        ),
        back: { text: 'All templates', href: local`/templates` },
        notice: notices[textIn(query, 'done')],
      }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/templates/:templateId/pdf',
    who: 'masters.read',
    handle: async ({ store, visitor, params }) => {
      const found = await readTemplate(store, visitor.acting, params['templateId'] ?? '')
      if (isRefused(found)) return found
      const { subject, body, templateId } = found.template
      const bytes = await typeset('letter', {
        head: { landlord: visitor.landlord.name },
        subject,
        to: ['((customer name))', '((customer address))'],
        date: dayText(todayOf(store.now())),
        body: blocksOf(body),
      })
      return isRefused(bytes)
        ? bytes
        : { file: { name: `${templateId}.pdf`, type: 'application/pdf', bytes } }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/templates/:templateId/change',
    who: 'masters.write',
    handle: async ({ store, visitor, params, formToken }) => {
      const found = await readTemplate(store, visitor.acting, params['templateId'] ?? '')
      if (isRefused(found)) return found
      return formPage({ typed: found.template, token: formToken, faults: [], template: found.template })
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/templates/:templateId/change',
    who: 'masters.write',
    handle: async (asked) => saved(asked, asked.params['templateId'] ?? ''),
  }),
  pageRoute({
    method: 'POST',
    path: '/templates/:templateId/end',
    who: 'masters.write',
    handle: async ({ store, visitor, params, fields }) => {
      const ended = textIn(fields, 'ended') === 'yes'
      const done = await endTemplate(store, visitor.acting, { templateId: params['templateId'] ?? '', ended })
      return isRefused(done) ? done : { goTo: local`/templates?done=${ended ? 'ended' : 'back'}` }
    },
  }),
]

const notices: Readonly<Record<string, string>> = {
  saved: 'It is saved. Letters from now on use it; those sent before keep theirs.',
  ended: 'It is out of use.',
  back: 'It is in use again.',
  word: 'The word is on the list.',
  removed: 'The word is off the list.',
}

const blank: TemplateTyped = { name: '', purpose: '', channel: 'any', subject: '', body: '' }

async function saved(
  asked: PageAsked<Visitor>,
  templateId: string | undefined,
): Promise<PageAnswer | Refused> {
  const { store, visitor, fields, formToken } = asked
  const typed = typedIn(fields)
  const version = textIn(fields, 'version')
  const found = templateId === undefined ? undefined : await readTemplate(store, visitor.acting, templateId)
  if (isRefused(found)) return found
  const done = await saveTemplate(store, visitor.acting, {
    templateId: templateId ?? idFrom(typed.name),
    typed,
    ...(templateId !== undefined && { expected: /^\d{1,5}$/.test(version) ? Number(version) : -1 }),
  })
  if (!isRefused(done)) return { goTo: local`/templates/${done.templateId}?done=saved` }
  const template = found?.template
  return formPage({ typed, token: formToken, faults: [faultOf(done)], ...(template && { template }) })
}

function typedIn(fields: Fields): TemplateTyped {
  return {
    name: textIn(fields, 'name'),
    purpose: textIn(fields, 'purpose'),
    channel: textIn(fields, 'channel'),
    subject: textIn(fields, 'subject'),
    body: longTextIn(fields, 'body').replaceAll('\r\n', '\n'),
  }
}

/** A name as an address can hold it. */
function idFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  const id = plain.replaceAll(/^-+|-+$/g, '').slice(0, 80)
  return taken.has(id) ? `${id}-letter` : id
}

/** These are pages of their own. */
const taken: ReadonlySet<string> = new Set(['add', 'jargon'])

function formPage(shown: FormShown): PageAnswer {
  const { template, faults } = shown
  const title = template === undefined ? 'Add a template' : `Change “${template.name}”`
  return {
    title,
    content: <TemplateForm {...shown} />,
    back:
      template === undefined
        ? { text: 'All templates', href: local`/templates` }
        : { text: template.name, href: local`/templates/${template.templateId}` },
    faults,
    ...(faults.length > 0 && { status: 422 }),
  }
}

async function jargonPage(
  { store, visitor: { acting }, query, fields, formToken }: PageAsked<Visitor>,
  faults: readonly Fault[] = [],
): Promise<PageAnswer | Refused> {
  const jargon = await readJargon(store, acting)
  if (isRefused(jargon)) return jargon
  return {
    title: 'Words of the house',
    content: (
      <JargonView
        jargon={jargon}
        mayWrite={acting.may.has('masters.write')}
        typed={fields}
        faults={faults}
        token={formToken}
      />
    ),
    back: { text: 'All templates', href: local`/templates` },
    faults,
    notice: faults.length > 0 ? undefined : notices[textIn(query, 'done')],
    ...(faults.length > 0 && { status: 422 }),
  }
}

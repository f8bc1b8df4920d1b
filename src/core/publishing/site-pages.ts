import { capitalised } from '#core/capitalised.ts'
import type { PackPromise } from '#core/promises/pack.ts'
import { inPlainWords } from '#core/promises/plain-words.ts'

/** The pages of a landlord’s public site that are put on show by somebody, with the texts that no pack holds. */
export interface SitePage {
  /** What follows the landlord’s name in its address; the front page’s own is `front`. */
  readonly name: string
  readonly title: string
  /** What customers find there. */
  readonly says: string
  readonly texts: readonly SiteText[]
  /** Subjects of promises that such a page fulfils: what they say is to be published is what this page shows. */
  readonly fulfils: readonly string[]
  /** What is said to be shown where no promise of the pack names it. */
  readonly usually: string
}

/** A text of such a page. */
export interface SiteText {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly rows?: number
}

const textHint =
  'A heading begins with #, an item of a list with -. Lines such as “Gardens: every two weeks” become a table.'

/** The pages every landlord has, in the order in which they are listed. */
const sitePages: readonly SitePage[] = [
  {
    name: 'front',
    title: 'Front page',
    says: 'A few words of welcome above the ways to the other pages.',
    texts: [{ name: 'welcome', label: 'Welcome', rows: 4 }],
    fulfils: [],
    usually: 'front-page',
  },
  {
    name: 'hours',
    title: 'Opening hours',
    says: 'When each office and line is open, worked out from the calendar, and whom to ring at other times.',
    texts: [
      {
        name: 'out-of-hours',
        label: 'When we are closed',
        hint: 'Whom to ring out of hours, one a line: “Emergency repairs: 01632 960100”.',
      },
      { name: 'more', label: 'Anything else about when we are open' },
    ],
    fulfils: ['opening hours'],
    usually: 'opening-hours',
  },
  {
    name: 'contact',
    title: 'How to reach us',
    says: 'Every way to reach the landlord: telephone, letter, e-mail, text, a visit.',
    texts: [
      {
        name: 'ways',
        label: 'Ways to reach us',
        hint: 'One a line, with its name before a colon: “Telephone: 01632 960101”.',
        rows: 10,
      },
    ],
    fulfils: ['channels'],
    usually: 'ways-to-contact-us',
  },
  {
    name: 'complaints',
    title: 'How to complain',
    says: 'How to complain, what happens then and by when, and who else can help.',
    texts: [
      {
        name: 'how',
        label: 'How to complain to us',
        hint: 'Addresses and numbers, one a line, with its name before a colon.',
        rows: 8,
      },
      {
        name: 'stages',
        label: 'What happens then',
        hint: 'In your own words; what your standards promise about complaints is shown beside it.',
        rows: 8,
      },
      { name: 'others', label: 'Who else can help', rows: 5 },
    ],
    fulfils: ['complaints procedure'],
    usually: 'complaints-procedure',
  },
  {
    name: 'responsibilities',
    title: 'What we ask of you',
    says: 'What the landlord asks of its customers.',
    texts: [
      {
        name: 'more',
        label: 'What we ask of you',
        hint: 'What your standards ask is shown by itself.',
        rows: 8,
      },
    ],
    fulfils: ['customer responsibilities'],
    usually: 'what-we-ask-of-you',
  },
  {
    name: 'estate-services',
    title: 'Estate services',
    says: 'What is done on each estate, how often and how well.',
    texts: [
      {
        name: 'statement',
        label: 'Statement of estate services',
        hint: textHint,
        rows: 16,
      },
    ],
    fulfils: ['estate services'],
    usually: 'estate-services-statement',
  },
  {
    name: 'improvements',
    title: 'You said, we did',
    says: 'What became better because customers said something.',
    texts: [{ name: 'introduction', label: 'Introduction', rows: 3 }],
    fulfils: ['improvements'],
    usually: 'improvements',
  },
  {
    name: 'leaflet',
    title: 'Our standards',
    says: 'The leaflet of the standards, dated, in the edition in force; earlier ones beside it.',
    texts: [{ name: 'introduction', label: 'Introduction', rows: 4 }],
    fulfils: ['standards'],
    usually: 'standards',
  },
  {
    name: 'data',
    title: 'Open data',
    says: 'Promises, figures and hours for programs, and under which licence.',
    texts: [
      {
        name: 'licence',
        label: 'Licence',
        hint: 'For example: Open Government Licence v3.0, https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
        rows: 2,
      },
    ],
    fulfils: [],
    usually: 'open-data',
  },
]

/** A page with what the landlord’s promises say it shows. */
export interface PlacedPage extends SitePage {
  /** What is recorded as shown when it is put on show, as publications carry it. */
  readonly whats: readonly string[]
}

/** What else is promised to stand on the website has a page of its own, at `about/…`, with one text. */
export const aboutPrefix = 'about/'

/** The pages of a landlord: those that all have, and one for each other thing it promised to show on its website. */
export function pagesFor(promises: readonly PackPromise[]): readonly PlacedPage[] {
  const told = promises.filter((promise) => promise.measure === 'published')
  const placed = sitePages.map((page) => {
    const whats = told
      .filter(({ subject }) => page.fulfils.includes(subject))
      .map(({ clauses }) => clauses.what)
    return { ...page, whats: whats.length === 0 ? [page.usually] : [...new Set(whats)] }
  })
  const elsewhere = new Set(placed.flatMap(({ whats }) => whats))
  const others = told
    .filter(
      ({ subject, clauses: { what, where } }) =>
        where.includes('website') && !elsewhere.has(what) && !inReports.has(subject),
    )
    .map(({ clauses }) => clauses.what)
  return [...placed, ...[...new Set(others)].map(aboutPage)]
}

/** Subjects of what reports show, which have pages of their own. */
const inReports: ReadonlySet<string> = new Set(['performance', 'annual report', 'newsletter'])

function aboutPage(what: string): PlacedPage {
  const title = capitalised(inPlainWords(what))
  return {
    name: `${aboutPrefix}${what}`,
    title,
    says: `A page of its own, since a promise says that “${inPlainWords(what)}” can be read on the website.`,
    texts: [{ name: 'text', label: title, rows: 16, hint: textHint }],
    fulfils: [],
    usually: what,
    whats: [what],
  }
}

/** The name under which a page keeps what belongs to one of the landlord’s lines: its number, its address. */
export function lineText(line: string): string {
  return `line-${line}`
}

/** The texts of a page; of opening hours, one for each of the landlord’s lines too. */
export function textsOf(
  page: Pick<SitePage, 'name' | 'texts'>,
  lines: readonly string[],
): readonly SiteText[] {
  if (page.name !== 'hours') return page.texts
  return [
    ...lines.map((line) => ({
      name: lineText(line),
      label: `Number or address: ${line}`,
      hint: 'For example: 01632 960101, or an address.',
      rows: 2,
    })),
    ...page.texts,
  ]
}

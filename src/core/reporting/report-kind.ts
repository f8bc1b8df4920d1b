/** The reports there are. */
export const reportKinds = [
  'monthly',
  'quarterly',
  'half-yearly',
  'annual',
  'newsletter',
  'three-yearly',
  'board-pack',
  'scrutiny-pack',
  'committee-pack',
] as const

export type ReportKind = (typeof reportKinds)[number]

/** What a report is, and when it comes. */
export interface ReportDefinition {
  readonly kind: ReportKind
  readonly title: string
  readonly says: string
  /** How often it comes round. */
  readonly every: 'month' | 'quarter' | 'half year' | 'year' | 'three years'
  /** It shows everything since the landlord’s year began, up to the end of its period. */
  readonly yearToDate?: true
  /** The word by which a pack says that a promise is reported so. */
  readonly reportedAs?: string
  /** Drawn up for everybody, whatever the pack says. */
  readonly always?: true
  /** Whom it is for: what is for a panel is not shown to everybody. */
  readonly readers: 'everybody' | 'panel'
  /** By how many days after the end of its period it is to be out. */
  readonly dueInDays: number
}

/** Each report, in the order in which they are listed. */
export const reportDefinitions: Readonly<Record<ReportKind, ReportDefinition>> = {
  monthly: {
    kind: 'monthly',
    title: 'Monthly figures',
    says: 'What was kept in a month.',
    every: 'month',
    reportedAs: 'monthly',
    readers: 'everybody',
    dueInDays: 14,
  },
  quarterly: {
    kind: 'quarterly',
    title: 'Quarterly report',
    says: 'What was kept in a quarter.',
    every: 'quarter',
    reportedAs: 'quarterly',
    always: true,
    readers: 'everybody',
    dueInDays: 28,
  },
  'half-yearly': {
    kind: 'half-yearly',
    title: 'Half-yearly report',
    says: 'What was kept in half a year.',
    every: 'half year',
    reportedAs: 'half-yearly',
    readers: 'everybody',
    dueInDays: 42,
  },
  annual: {
    kind: 'annual',
    title: 'Annual report',
    says: 'What was kept in the landlord’s year.',
    every: 'year',
    reportedAs: 'annually',
    always: true,
    readers: 'everybody',
    dueInDays: 90,
  },
  newsletter: {
    kind: 'newsletter',
    title: 'Our year so far',
    says: 'What was kept since the landlord’s year began, for the newsletter.',
    every: 'quarter',
    yearToDate: true,
    reportedAs: 'year to date',
    readers: 'everybody',
    dueInDays: 28,
  },
  'three-yearly': {
    kind: 'three-yearly',
    title: 'Three-yearly report',
    says: 'What was kept in three years, where customers are asked that seldom.',
    every: 'three years',
    reportedAs: 'every 3 years',
    readers: 'everybody',
    dueInDays: 90,
  },
  'board-pack': {
    kind: 'board-pack',
    title: 'Pack for the board',
    says: 'Every promise of a quarter, those that need attention first, and complaints.',
    every: 'quarter',
    always: true,
    readers: 'panel',
    dueInDays: 21,
  },
  'scrutiny-pack': {
    kind: 'scrutiny-pack',
    title: 'Pack for the scrutiny panel',
    says: 'Every promise of a quarter, those that need attention first, and complaints.',
    every: 'quarter',
    always: true,
    readers: 'panel',
    dueInDays: 28,
  },
  'committee-pack': {
    kind: 'committee-pack',
    title: 'Pack for the tenants’ committee',
    says: 'Every promise of a quarter, those that need attention first, and complaints.',
    every: 'quarter',
    always: true,
    readers: 'panel',
    dueInDays: 28,
  },
}

/** Tells the name of a report from other text. */
export function isReportKind(text: unknown): text is ReportKind {
  return reportKinds.some((kind) => kind === text)
}

import type { Role } from '#core/people/role.ts'

/**
 * What the pages are for, as a manager would say it, and which pages that is. Every page and form belongs to one of them,
 * and below stands who has which; the test beside this asks each of them as everybody.
 */
export const parts = {
  'sign in and out': [
    /^(GET|POST) [/](sign-in|sign-out|forgotten|choose-password|second-factor|set-up-second-factor)/,
  ],
  'their own account': [/^(GET|POST) [/]account/],
  'what is due today': [/^GET [/]$/],
  'notices of their own': [/^GET [/]live[/]today$/, /^POST [/]notices/],
  'what is due in teams': [/^GET [/](live[/])?teams/],
  'a case and its clocks': [/^GET [/]cases$/, /^GET [/]cases[/]:caseId(|[/]live|[/]clocks[/]:promise[/]:n)$/],
  'lists of their own': [/^POST [/]views/],
  'lists to take away': [/^GET [/]cases[.]csv/],
  'acts in cases': [/^(GET|POST) [/]cases[/]:caseId[/]acts/],
  'open cases': [/^(GET|POST) [/]cases[/]new[/]/],
  'take, pass on, merge, put right': [/^(GET|POST) [/]cases[/]:caseId[/](take|pass-on|merge|events)/],
  'give out work': [
    /^POST [/]cases[/]assign$/,
    /^(GET|POST) [/]cases[/]:caseId[/]assign/,
    /^POST [/]repairs[/]:caseId[/]contractor/,
  ],
  search: [/^(GET|POST) [/]search/],
  'look at customers': [/^GET [/]customers[/]:customerId$/],
  'add and change customers': [/^(GET|POST) [/]customers[/](new|:customerId[/](change|add|end))/],
  'who read about a customer': [/^GET [/]customers[/]:customerId[/]access/],
  homes: [/^GET [/]homes/],
  'record contacts and answer calls': [/^(GET|POST) [/](contacts|calls)(?![/]recorded)/],
  'what a contact came to': [/^GET [/]contacts[/]recorded/],
  'write letters': [
    /^(GET|POST) [/]cases[/]:caseId[/]answer/,
    /^POST [/]outbox/,
    /^(GET|POST) [/]letters[/]:letterId[/]withdraw/,
  ],
  'read letters': [/^GET [/]letters[/]:letterId($|[/]pdf|[/]as[/])/],
  'what waits to be sent': [/^GET [/]outbox/],
  'look at templates': [/^GET [/]templates($|[/]jargon|[/]:templateId($|[/]pdf))/],
  'write templates': [
    /^(GET|POST) [/]templates[/](add|:templateId[/](change|end))/,
    /^POST [/]templates[/]jargon/,
  ],
  'lists of complaints and other casework': [
    /^GET [/](complaints|accessible-formats|feedback|antisocial-behaviour|behaviour|compensation|access-requests)$/,
    /^GET [/]complaints[/](learning|:caseId)$/,
  ],
  'redirect complaints': [/^(GET|POST) [/]complaints[/]:caseId[/]redirect/],
  'jobs of repair': [/^GET [/]repairs($|[/]:caseId$)/],
  'report repairs': [/^(GET|POST) [/]repairs[/]report/],
  'look at access requests': [/^GET [/]access-requests[/]:caseId$/],
  'give customers their file': [/^(GET|POST) [/]access-requests[/]:caseId[/]/],
  'look at diaries and rotas': [/^GET [/](diary|absences|rotas)/, /^POST [/]calendars/],
  'calendars by their address': [/^GET [/]calendars/],
  'write in diaries and rotas': [/^POST [/](diary|absences|rotas)/],
  'book and hold visits': [/^(GET|POST) [/]appointments[/](new|:caseId[/](no-access|card)$)/],
  'print cards and confirmations': [
    /^GET [/](appointments[/]:caseId[/]card|reception[/]visits[/]:caseId[/]confirmation)[/]pdf/,
  ],
  'who waits at reception': [/^GET [/]reception($|[/]changes)/, /^POST [/]reception[/]desk/],
  'receive visitors': [/^(GET|POST) [/]reception[/](arrive|visits(?!.*pdf))/],
  'what was promised': [/^GET [/]promises($|[/]:promise$)/],
  'which cases are behind a figure': [/^GET [/]promises[/]:promise[/]cases/],
  // Whoever answers for one of them does it; the store refuses the others.
  'returns, duties and training': [
    /^GET [/](returns|duties|training)/,
    /^POST [/](duties|training)[/]/,
    /^POST [/]returns($|[/](import$|:name[/]owner$|:returnId[/]turn-down$))/,
  ],
  'check returns': [/^POST [/]returns[/]:returnId[/]check$/],
  'what complaints taught': [/^GET [/]learning($|[/]actions[/]:actionId$)/],
  'write down what is done about it': [/^(GET|POST) [/]learning[/]actions[/](new|:actionId[/](change|done))/],
  'tell customers what was done': [/^POST [/]learning[/]actions[/]:actionId[/](publish|take-down)/],
  'what the public sees': [/^(GET|POST) [/]public-pages/],
  'read reports': [/^GET [/]reports/],
  'write reports': [/^POST [/]reports[/](draft|settings|:reportId([/](keep|take-back|restate))?)$/],
  'check and publish reports': [/^POST [/]reports[/]:reportId[/](publish|back)$/],
  'what was kept': [/^GET [/]performance($|[/])/, /^GET [/]staffing/, /^GET [/]promises[/]:promise[/]facts/],
  'what observers found': [/^GET [/]observations($|[/]:programmeId$)/],
  'run programmes of observation': [
    /^(GET|POST) [/]observations[/](new|:programmeId[/](add|draw|places|sheets|remind|close|rounds|file))/,
  ],
  'fill in sheets of observation': [/^(GET|POST) [/]observations[/](mine|sheets)/],
  'how surveys went': [/^GET [/]surveys($|[/]:surveyId($|[/]preview$))/],
  'keep who is asked in surveys': [/^(GET|POST) [/]surveys[/]wishes[/]/],
  'take answers away': [/^GET [/]surveys[/]:surveyId[/]answers[.]csv$/],
  'read what people wrote in surveys': [/^GET [/]surveys[/]:surveyId[/]comments$/],
  'set up surveys': [
    /^(GET|POST) [/]surveys[/](new|:surveyId[/]change)$/,
    /^POST [/]surveys[/]:surveyId[/](state|round)$/,
  ],
  'type in answers to surveys': [/^(GET|POST) [/]surveys[/]:surveyId[/](enter|letters|ring)/],
  'look at teams, offices and homes': [
    /^GET [/]administration$/,
    /^GET [/]administration[/](teams|staff|offices|rooms|homes|contractors)$/,
  ],
  'change teams, offices and homes': [
    /^(GET|POST) [/]administration[/](teams|offices|rooms|homes|contractors)[/]/,
  ],
  'try drafts on the past': [/^(GET|POST) [/](live[/])?tries/],
  'look at translations': [/^GET [/]translations/],
  'write translations': [/^POST [/]translations($|[/]:translationId$)/],
  'check translations': [/^POST [/]translations[/]:translationId[/]check$/],
  'look at editions': [/^GET [/]administration[/](hours|editions)/],
  'activate editions': [/^(GET|POST) [/]administration[/]drafts/],
  'staff and API keys': [/^(GET|POST) [/](people|keys|administration[/]staff[/]:id)/],
  'look at jobs': [/^GET [/]jobs/],
  'run jobs again': [/^POST [/]jobs/],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>

export type Part = keyof typeof parts

/** Everybody who is in, or not even that. */
const anybody: readonly Part[] = [
  'sign in and out',
  'their own account',
  'what is due today',
  'calendars by their address',
]

/** Whoever works for the landlord itself. */
const ownStaff: readonly Part[] = [
  ...anybody,
  'notices of their own',
  'what is due in teams',
  'a case and its clocks',
  'lists of their own',
  'search',
  'what a contact came to',
  'what waits to be sent',
  'lists of complaints and other casework',
  'jobs of repair',
  'look at diaries and rotas',
  'who waits at reception',
  'what was promised',
  'returns, duties and training',
]

/** Whoever has to do with homes, teams and offices. */
const mastersRead: readonly Part[] = ['homes', 'look at templates', 'look at teams, offices and homes']

/** Whoever speaks with customers. */
const officer: readonly Part[] = [
  ...ownStaff,
  'how surveys went',
  'type in answers to surveys',
  'keep who is asked in surveys',
  'read what people wrote in surveys',
  ...mastersRead,
  'acts in cases',
  'open cases',
  'take, pass on, merge, put right',
  'look at customers',
  'add and change customers',
  'record contacts and answer calls',
  'write letters',
  'read letters',
  'look at access requests',
  'report repairs',
  'write in diaries and rotas',
  'book and hold visits',
  'print cards and confirmations',
  'receive visitors',
]

const figures: readonly Part[] = [
  'read reports',
  'what was kept',
  'how surveys went',
  'take answers away',
  'what observers found',
  'what complaints taught',
  'look at translations',
  'lists to take away',
  'which cases are behind a figure',
]

/** Who has which part. What is not named here is refused. */
export const partsOf: Readonly<Record<Role, readonly Part[]>> = {
  'contact officer': officer,
  'case officer': officer,
  'team leader': [
    ...officer,
    ...figures,
    'fill in sheets of observation',
    'write down what is done about it',
    'give out work',
    'look at editions',
    'try drafts on the past',
  ],
  'complaints officer': [
    ...officer,
    ...figures,
    'write down what is done about it',
    'give out work',
    'redirect complaints',
  ],
  'performance officer': [
    ...ownStaff,
    'write reports',
    'set up surveys',
    'type in answers to surveys',
    'write translations',
    'check returns',
    'run programmes of observation',
    'fill in sheets of observation',
    ...mastersRead,
    ...figures,
    'write down what is done about it',
    'look at editions',
    'try drafts on the past',
  ],
  publisher: [
    ...ownStaff,
    'check and publish reports',
    'check translations',
    'check returns',
    'run programmes of observation',
    ...figures,
    'tell customers what was done',
    'what the public sees',
    'look at editions',
    'try drafts on the past',
  ],
  'data-protection officer': [
    ...ownStaff,
    'read what people wrote in surveys',
    ...mastersRead,
    'acts in cases',
    'open cases',
    'take, pass on, merge, put right',
    'look at customers',
    'who read about a customer',
    'record contacts and answer calls',
    'read letters',
    'report repairs',
    'look at access requests',
    'give customers their file',
    'write in diaries and rotas',
    'book and hold visits',
    'print cards and confirmations',
    'receive visitors',
  ],
  observer: [...anybody, 'fill in sheets of observation'],
  'panel member': [
    ...anybody,
    'look at translations',
    'read reports',
    'how surveys went',
    'take answers away',
    'what was promised',
    'what was kept',
    'what observers found',
    'what complaints taught',
  ],
  auditor: [
    ...ownStaff,
    ...mastersRead,
    ...figures,
    'look at editions',
    'try drafts on the past',
    'look at jobs',
    'who read about a customer',
  ],
  administrator: [
    ...ownStaff,
    ...mastersRead,
    ...figures,
    'write templates',
    'change teams, offices and homes',
    'look at editions',
    'try drafts on the past',
    'activate editions',
    'staff and API keys',
    'look at jobs',
    'run jobs again',
  ],
  // Its own jobs, and nothing that goes beyond them.
  contractor: [
    ...anybody,
    'notices of their own',
    'a case and its clocks',
    'acts in cases',
    'search',
    'jobs of repair',
    'book and hold visits',
  ],
}

/** What stands in the navigation for whom. */
export const navigationOf: Readonly<Record<Role, string>> = {
  'contact officer': officerLinks('Promises, Surveys'),
  'case officer': officerLinks('Promises, Surveys'),
  'team leader': officerLinks('Promises, Performance'),
  'complaints officer': officerLinks('Promises, Performance'),
  'performance officer':
    'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance, Administration',
  publisher: 'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance',
  'data-protection officer': officerLinks(),
  auditor:
    'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance, Administration',
  observer: 'Today, Observations',
  'panel member': 'Today, Promises, Performance',
  administrator:
    'Today, Cases, Diary, Reception, Complaints, Repairs, Outbox, Promises, Performance, Administration',
  contractor: 'Today, Cases, Repairs',
}

function officerLinks(figures = 'Promises'): string {
  return `Today, Cases, Calls, Diary, Reception, Complaints, Repairs, Outbox, ${figures}, Administration, Record a contact`
}

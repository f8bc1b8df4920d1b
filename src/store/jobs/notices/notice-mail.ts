import { type Day, longDay } from '#core/time/day.ts'

/** What is said of one notice. */
interface Told {
  readonly caseId: string
  readonly kind: string
  readonly promise: string
  readonly occasion: 'due' | 'overdue'
  readonly dueOn: Day | null
  readonly keepsUntil: number
}

/** A longer list is read in Kept. */
const mostLines = 100

/** The mail that tells somebody what is overdue and what falls due. It names cases and promises, and no customer. */
export function noticeMail(name: string, notices: readonly Told[]) {
  const overdue = notices.filter(({ occasion }) => occasion === 'overdue')
  const due = notices.filter(({ occasion }) => occasion === 'due')
  const text = [
    `Dear ${name}`,
    ...section('Overdue, still to be done:', overdue),
    ...section('Due soon:', due),
    'You find all your work, and how each date was worked out, in Kept.',
  ]
  return { subject: subjectOf(overdue.length, due.length), text: `${text.join('\n\n')}\n` }
}

function subjectOf(overdue: number, due: number): string {
  if (due === 0) return `${promises(overdue)} overdue`
  if (overdue === 0) return `${promises(due)} due soon`
  return `${promises(overdue)} overdue, ${due} due soon`
}

function promises(many: number): string {
  return many === 1 ? 'One promise is' : `${many} promises are`
}

function section(heading: string, notices: readonly Told[]): readonly string[] {
  if (notices.length === 0) return []
  const lines = notices.slice(0, mostLines).map(lineOf)
  const left = notices.length - lines.length
  const rest = left > 0 ? [`- and ${left} more`] : []
  return [[heading, ...lines, ...rest].join('\n')]
}

function lineOf({ caseId, kind, promise, occasion, dueOn, keepsUntil }: Told): string {
  const when = dueOn === null ? timeInWords(keepsUntil) : longDay(dueOn)
  return `- ${caseId} (${kind}), ${promise}: ${occasion === 'overdue' ? 'was due' : 'is due'} ${when}`
}

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'short',
})

function timeInWords(at: number): string {
  return inLondon.format(at)
}

import type { Choice } from '#http/layout/form.tsx'

/** How somebody may reach us, those that come most often first. */
export const channels: readonly Choice[] = [
  { value: 'telephone', label: 'Telephone call' },
  { value: 'letter', label: 'Letter' },
  { value: 'e-mail', label: 'E-mail' },
  { value: 'text', label: 'Text message' },
  { value: 'voicemail', label: 'Voicemail' },
  { value: 'web', label: 'Web form' },
  { value: 'reception', label: 'At reception' },
  { value: 'home', label: 'At their home' },
]

/** Channels on which somebody is speaking with us, so that an answer reaches them at once. */
export const spoken: ReadonlySet<string> = new Set(['telephone', 'reception', 'home'])

/** Who it is that got in touch. */
export const senders: readonly Choice[] = [
  { value: 'customer', label: 'The customer' },
  { value: 'representative', label: 'Somebody who speaks for them' },
  { value: 'councillor', label: 'A councillor' },
  { value: 'mp', label: 'A member of parliament' },
  { value: 'other', label: 'Somebody else' },
]

/** What it may be about, in plain words, and which kind of case it makes. */
export const matters: readonly (Choice & { readonly kind: string })[] = [
  { value: 'question', label: 'Question or request', kind: 'enquiry' },
  { value: 'repair', label: 'Repair', kind: 'repair' },
  { value: 'complaint', label: 'Complaint', kind: 'complaint' },
  { value: 'antisocial-behaviour', label: 'Antisocial behaviour', kind: 'antisocial-behaviour' },
  { value: 'own-file', label: 'To see their own file', kind: 'access-request' },
  { value: 'format', label: 'Another format or language', kind: 'accessible-format' },
  { value: 'praise', label: 'Compliment or comment', kind: 'feedback' },
]

export const complaintsAbout: readonly Choice[] = [
  { value: '', label: 'Choose what it is about' },
  { value: 'repair', label: 'A repair' },
  { value: 'information', label: 'Information we gave' },
  { value: 'behaviour', label: 'How our staff behaved' },
  { value: 'standard', label: 'A standard of service not met' },
  { value: 'application', label: 'An application for a home' },
  { value: 'neighbour', label: 'Trouble with a neighbour' },
  { value: 'other', label: 'Something else' },
]

/** The one question that tells a complaint from a report of antisocial behaviour. */
export const neighbourQuestions: readonly Choice[] = [
  {
    value: 'conduct',
    label: 'What the neighbour does',
    hint: 'It is dealt with as antisocial behaviour.',
  },
  { value: 'handling', label: 'How we dealt with it', hint: 'It is a complaint.' },
]

export const complainants: readonly Choice[] = [
  { value: 'customer', label: 'The customer' },
  { value: 'owner', label: 'An owner' },
  { value: 'applicant', label: 'An applicant' },
  { value: 'representative', label: 'Somebody who speaks for them' },
  { value: 'association', label: 'A group of tenants or residents' },
  { value: 'councillor', label: 'A councillor' },
  { value: 'mp', label: 'A member of parliament' },
  { value: 'solicitor', label: 'A solicitor' },
  { value: 'other', label: 'Somebody else' },
]

export const priorities: readonly Choice[] = [
  { value: 'emergency', label: 'Emergency', hint: 'Somebody could be hurt, or the home damaged.' },
  { value: 'urgent', label: 'Urgent' },
  { value: 'routine', label: 'Routine' },
]

export const formats: readonly Choice[] = [
  { value: '', label: 'Choose what they need' },
  { value: 'large-print', label: 'Large print' },
  { value: 'braille', label: 'Braille' },
  { value: 'audio', label: 'Audio' },
  { value: 'cd', label: 'CD' },
  { value: 'easy-read', label: 'Easy read' },
  { value: 'translation', label: 'A translation' },
  { value: 'interpreter', label: 'An interpreter' },
  { value: 'bsl', label: 'A British Sign Language interpreter' },
]

export const praises: readonly Choice[] = [
  { value: 'compliment', label: 'A compliment' },
  { value: 'comment', label: 'A comment or suggestion' },
]

/** What becomes of it now. The first is the commonest on the telephone. */
export const outcomes: readonly Choice[] = [
  { value: 'answered', label: 'Answered now' },
  { value: 'call-back', label: 'Call back agreed' },
  { value: 'pass-on', label: 'Pass on to a team or colleague' },
  { value: 'message', label: 'Take a message for a colleague' },
  { value: 'outside', label: 'Outside our services' },
  { value: 'later', label: 'Needs an answer later' },
  { value: 'no-answer', label: 'Needs no answer', hint: 'Such as a thank-you.' },
]

/** What can become of what is no question: it is somebody’s work. */
export const workOutcomes: ReadonlySet<string> = new Set(['pass-on', 'later'])

export const keepers: readonly Choice[] = [
  { value: 'me', label: 'On my list' },
  { value: 'team', label: 'On my team’s list' },
  { value: 'nobody', label: 'On nobody’s yet' },
]

/** Who can help where we cannot. */
export const otherHelpers: readonly Choice[] = [
  { value: '', label: 'Choose who can help' },
  { value: 'council', label: 'The council' },
  { value: 'police', label: 'The police' },
  { value: 'health-service', label: 'The health service' },
  { value: 'social-services', label: 'Social services' },
  { value: 'benefits-office', label: 'The benefits office' },
  { value: 'advice-bureau', label: 'An advice bureau' },
  { value: 'energy-supplier', label: 'Their energy supplier' },
  { value: 'water-company', label: 'The water company' },
  { value: 'charity', label: 'A charity' },
  { value: 'other', label: 'Somebody else' },
]

/** A choice that a form of ours offered; nothing where it came from elsewhere. */
export function isOffered(choices: readonly Choice[], value: string): boolean {
  return value !== '' && choices.some((choice) => choice.value === value)
}

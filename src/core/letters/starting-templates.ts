import type { LetterChannel, Purpose } from './letter-acts.ts'

/** A whole letter with names in double brackets for what is put in. */
export interface LetterTemplate {
  readonly templateId: string
  readonly name: string
  readonly purpose: Purpose
  readonly channel: LetterChannel | 'any'
  readonly subject: string
  readonly body: string
}

/** Whom to ask for and where to write, at the head of a letter. */
const head = `Contact: ((my name)), ((my position))
Direct dial: ((my direct dial))
E-mail: ((my e-mail))
Write to: ((office address))

Dear ((customer name))
`

const foot = `
Yours sincerely

((my name))
((my position))
((landlord name))`

/** What every landlord begins with; each may change its own, and old letters keep theirs. */
export const startingTemplates: readonly LetterTemplate[] = [
  {
    templateId: 'acknowledgement',
    name: 'We have what you sent us',
    purpose: 'acknowledgement',
    channel: 'any',
    subject: 'We have heard from you',
    body: `${head}
Thank you for getting in touch with us on ((received on)). We are looking into what you told us.

You will have our answer by ((due date)). If you have a question before then, please ring or write to me. Please give the reference ((reference)).
${foot}`,
  },
  {
    templateId: 'holding-reply',
    name: 'Our answer needs longer',
    purpose: 'holding',
    channel: 'any',
    subject: 'Our answer to you needs longer',
    body: `${head}
You got in touch with us on ((received on)). I am sorry that our answer is not ready yet.

This is why: ((reason)).

You will have our full answer by ((new date)). If anything changes, I will tell you before then.
${foot}`,
  },
  {
    templateId: 'full-reply',
    name: 'Our answer',
    purpose: 'full',
    channel: 'any',
    subject: 'Our answer to you',
    body: `${head}
Thank you for getting in touch with us on ((received on)). Here is our answer.

Write your answer here.

If anything is not clear, please ring or write to me. Please give the reference ((reference)).
${foot}`,
  },
  {
    templateId: 'complaint-acknowledgement',
    name: 'We have your complaint',
    purpose: 'complaint-acknowledgement',
    channel: 'any',
    subject: 'We are looking into your complaint',
    body: `${head}
Thank you for telling us what went wrong. We had your complaint on ((received on)).

((investigator)) looks into it. You will have our decision by ((decision date)).

If you want to add anything, please ring or write to me. Please give the reference ((reference)).
${foot}`,
  },
  {
    templateId: 'complaint-extension',
    name: 'Our decision needs longer',
    purpose: 'complaint-extension',
    channel: 'any',
    subject: 'Our decision on your complaint needs longer',
    body: `${head}
I am sorry that our decision on your complaint is not ready yet.

This is why: ((reason)).

You will have our decision by ((new date)).
${foot}`,
  },
  {
    templateId: 'complaint-decision',
    name: 'Our decision on your complaint',
    purpose: 'complaint-decision',
    channel: 'any',
    subject: 'Our decision on your complaint',
    body: `${head}
We have looked into your whole complaint. This is what we decided: ((decision)).

## Why we decided so

((reason))

## What we do now

Write here what you do to put it right, and by when.

## If you do not agree

((how to escalate))
${foot}`,
  },
  {
    templateId: 'appointment',
    name: 'Your appointment',
    purpose: 'appointment',
    channel: 'any',
    subject: 'Your appointment with us',
    body: `${head}
We have an appointment with you. Write here when, where and what for.

If you need another time, please ring me on ((my direct dial)).
${foot}`,
  },
  {
    templateId: 'no-access',
    name: 'We called and nobody was in',
    purpose: 'no-access',
    channel: 'any',
    subject: 'Sorry we missed you',
    body: `${head}
We came to see you and nobody was in. Write here when you came and why.

Please ring me on ((my direct dial)) to choose another time.
${foot}`,
  },
  {
    templateId: 'access-request',
    name: 'You asked for what we hold about you',
    purpose: 'access-request',
    channel: 'any',
    subject: 'What we hold about you',
    body: `${head}
You asked to see what we hold about you. We had your letter on ((received on)).

You will have it by ((due date)). Before we send it, we must be sure that it is you who asks. Please ring me, and we will agree how you can show us.
${foot}`,
  },
]

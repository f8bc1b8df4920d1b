import type { MailToSend } from '../jobs/outbox.ts'

/** What a mail that invites somebody is made of. */
export interface InvitationMail {
  readonly to: string
  readonly name: string
  readonly landlord: string
  readonly introduction: string
  /** The address of the page, with the code in it. */
  readonly link: string
  readonly customerId: string
  readonly again: boolean
}

/** The mail that asks somebody to answer a survey, or reminds them of it. */
export function invitationMail(mail: InvitationMail): MailToSend {
  const { to, name, landlord, introduction, link, customerId, again } = mail
  const paragraphs = [
    `Dear ${name}`,
    ...(again ? ['We asked you this before. If you have no time for it, you need do nothing.'] : []),
    introduction,
    `Answer here:\n${link}`,
    'The link is yours alone and works once. Your answers are kept without your name: we cannot tell which are yours.',
    `If you would rather not be asked again:\n${link}/no-more`,
    landlord,
  ]
  return {
    to,
    subject: again ? `Would you still tell us how we did? ${landlord}` : `How did we do? ${landlord}`,
    text: paragraphs.join('\n\n'),
    about: 'survey',
    customerId,
  }
}

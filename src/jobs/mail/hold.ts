import type { MailCarrier } from '#store/jobs/hand-over.ts'

/** Takes no mail: it stays in the outbox until there is a channel to send it by. */
export const hold: MailCarrier = {
  name: 'hold',
  takesMail: false,
  carry: () => Promise.reject(new Error('mail is being held')),
}

import type { Instant } from '#core/time/instant.ts'
import type { Transaction } from '../database.ts'
import { queueMail } from '../jobs/outbox.ts'

/** An e-mail to one of the staff, in plain words. */
export interface StaffMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** What sort of mail it is, in words that name nobody. */
  readonly about: string
}

interface Reader {
  readonly name: string
  readonly email: string
}

/** Queues an e-mail with whatever else the transaction does. */
export async function mailStaff(tx: Transaction, at: Instant, mail: StaffMail): Promise<void> {
  await queueMail(tx, mail, at)
}

/** Told to its owner when a door is locked. */
export function lockedMail({ name, email }: Reader, minutes: number, origin: string): StaffMail {
  return letter('sign-in locked', email, 'Your sign-in to Kept is locked for a while', [
    `Dear ${name}`,
    `Somebody tried too often to sign in to Kept as you. Nobody can sign in as you for ${spell(minutes)}.`,
    `If it was you, wait, or choose a new password at ${origin}/sign-in: that opens the door again.`,
    'If it was not you, your password is still your own, but please tell an administrator.',
  ])
}

/** With a link to choose a password. */
export function resetMail({ name, email }: Reader, link: string): StaffMail {
  return letter('password reset', email, 'Choose a new password for Kept', [
    `Dear ${name}`,
    `You asked for a new password for Kept. Choose one here within an hour:\n${link}`,
    'The link works once. If you did not ask for it, you need do nothing: your password stays as it is.',
  ])
}

/** To somebody who may now sign in. */
export function invitationMail({ name, email }: Reader, landlord: string, link: string): StaffMail {
  return letter('invitation', email, `You can now sign in to Kept for ${landlord}`, [
    `Dear ${name}`,
    `You have been given a sign-in to Kept, where ${landlord} keeps its service standards. Choose a password here within three days:\n${link}`,
    'The link works once. After that, ask an administrator for another.',
  ])
}

/** Told after every change to how somebody signs in, so that a stranger’s change is noticed. */
export function changedMail({ name, email }: Reader, what: string): StaffMail {
  return letter('sign-in changed', email, 'Your sign-in to Kept was changed', [
    `Dear ${name}`,
    what,
    'If that was not you, please tell an administrator at once.',
  ])
}

function letter(about: string, to: string, subject: string, paragraphs: readonly string[]): StaffMail {
  return { about, to, subject, text: `${paragraphs.join('\n\n')}\n` }
}

function spell(minutes: number): string {
  if (minutes < 120) return `${minutes} minutes`
  return `${Math.round(minutes / 60)} hours`
}

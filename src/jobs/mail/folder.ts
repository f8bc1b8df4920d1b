import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailCarrier } from '#store/jobs/hand-over.ts'
import { messageText } from './message-text.ts'

/**
 * Writes each mail to a file of its own, as a mail program would open it: for demonstrations and tests. A mail handed
 * over twice is one file, since its name comes from its id; a file is there whole or not at all.
 */
export function folder(path: string): MailCarrier {
  return {
    name: 'folder',
    takesMail: true,
    async carry(mail) {
      await mkdir(path, { recursive: true, mode: 0o700 })
      const file = join(path, `${mail.mailId}.eml`)
      await writeFile(`${file}.part`, messageText(mail), { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
  }
}

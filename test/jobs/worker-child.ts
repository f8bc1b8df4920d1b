// A worker in a process of its own, for a test to kill: it hands mail over into a folder, and comes to a stop, saying
// so, after the mail is there and before the outbox knows.
import { vocabulary } from '#apps/compose.ts'
import { startWorker } from '#apps/worker/start-worker.ts'
import { folder } from '#jobs/mail/folder.ts'
import { handingOverMail } from '#jobs/tasks/hand-over-mail.ts'
import { openStore } from '#store/store.ts'
import { quiet } from './ground.ts'

const [url = '', path = ''] = process.argv.slice(2)
const whole = folder(path)
const stuck = handingOverMail({
  ...whole,
  async carry(mail) {
    await whole.carry(mail)
    process.send?.('in the middle')
    await new Promise(() => {})
  },
})
await startWorker({
  url,
  store: openStore({ url, vocabulary }),
  tasks: [{ ...stuck, name: stuck.name }],
  logger: quiet,
})

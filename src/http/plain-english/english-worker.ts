import { parentPort } from 'node:worker_threads'
import type { ToCheck } from './checked.ts'
import { openEnglish } from './open-english.ts'

// Runs in a thread of its own; the dictionary is read once.

const english = openEnglish()

parentPort?.on('message', (asked: ToCheck) => {
  void english(asked).then((found) => parentPort?.postMessage(found))
})

import { parentPort } from 'node:worker_threads'
import type { Jargon } from '#core/letters/advice.ts'
import { openEnglish } from './open-english.ts'

// Runs in a thread of its own; the dictionary is read once.

/** A text, and the house's own list. */
export interface ToCheck {
  readonly text: string
  readonly jargon: readonly Jargon[]
}

const english = openEnglish()

parentPort?.on('message', (asked: ToCheck) => {
  void english(asked).then((found) => parentPort?.postMessage(found))
})

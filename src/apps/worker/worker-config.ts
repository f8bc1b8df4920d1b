/** How a worker works. */
export interface WorkerConfig {
  /** How many jobs it does at once. */
  readonly concurrency: number
  /** How long, when asked to stop, it lets running jobs end before it gives them back to the queue. */
  readonly stopSeconds: number
  /** How often it looks for jobs whose worker has died. */
  readonly recoverSeconds: number
  /** How often it looks for what has become due; new jobs wake it at once. */
  readonly pollMilliseconds: number
}

/** What suits a machine that also runs the server. */
export const usualWorker: WorkerConfig = {
  concurrency: 4,
  stopSeconds: 20,
  recoverSeconds: 15,
  pollMilliseconds: 2_000,
}

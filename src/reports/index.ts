import type { Report } from '#core/report.ts'
import { promisesKept } from './promises-kept/report.ts'
import { runningAndOverdue } from './running-and-overdue/report.ts'

/** Every report. A new one is a folder and a line here. */
export const reports: readonly Report[] = [promisesKept, runningAndOverdue]

// Loaded into a measured process before anything else: as it ends, it says what it used, without being asked to.
import { writeSync } from 'node:fs'

/** The file descriptor on which the process that started us listens. */
const listener = 3

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const used = { processorMs: (userCPUTime + systemCPUTime) / 1000, peakMB: maxRSS / 1024 }
  writeSync(listener, JSON.stringify(used))
})

import { readFileSync } from 'node:fs'

/** Five promises on an enquiry, so that each case has five clocks: by working days, open hours and calendar days. */
const promises = [
  clock('B-1', 'acknowledgement-sent', '2 working days', 95),
  clock('B-2', '[acknowledgement-sent, reply-sent]', '16 working hours', 90),
  clock('B-3', '[reply-sent, holding-reply-sent]', '5 working days', 80),
  clock('B-4', 'reply-sent', '10 working days', 90),
  clock('B-5', 'reply-sent', '28 days', 99),
]

/** How many clocks a made case has. */
export const clocksACase = promises.length

/** The pack of the landlord that the service is measured with. */
export const madePack = `pack: measured
landlord: Measured Homes
title: Standards
edition: first
in_force_from: 2020-01-01
nation: england-and-wales
time_zone: Europe/London
hours:
  office: Mon-Fri 09:00-17:00
promises:
${promises.join('')}`

/** The bank holidays that packs use. */
export function madeHolidays(): unknown {
  return JSON.parse(readFileSync(new URL('../../packs/holidays/bank-holidays.json', import.meta.url), 'utf8'))
}

function clock(id: string, stops: string, within: string, target: number): string {
  return `  - id: ${id}
    section: Letters
    subject: letter
    promise: We do as we say.
    clock: {starts: contact-received, stops: ${stops}, within: ${within}}
    target: at least ${target}%
`
}

import assert from 'node:assert/strict'
import { vocabularyOf } from '#core/ledger/vocabulary.ts'
import type { Pack } from '#core/promises/pack.ts'
import { knownEvents } from '#core/promises/known-events.ts'
import { parsePack } from '#core/promises/parse-pack.ts'
import { kinds } from '#kinds/index.ts'

/** An invented landlord with a promise of every measure and every way of showing a figure. */
export function samplePack(): Pack {
  const pack = parsePack(written, 'quayside.yaml', knownEvents(vocabularyOf(kinds)))
  assert.ok('promises' in pack, 'the sample pack has a fault')
  return pack
}

const written = `
pack: quayside
landlord: Quayside Homes
title: What you can expect from us
edition: 2024-04
in_force_from: 2024-04-01
nation: england-and-wales
time_zone: Europe/London
source: The leaflet “What you can expect from us”, April 2024
hours: {office: Mon-Fri 09:00-17:00}
meanings:
  ring: 3 seconds
  immediately: 15 minutes
  received_out_of_hours: next working day
promises:
  - id: QSH-01
    section: When you call us
    subject: call
    promise: We answer your call within 24 seconds.
    clock: {starts: call-offered, stops: call-answered, fails: call-abandoned, within: 24 seconds}
    target: at least 85%
    reported: [monthly, quarterly]
    assured_by: [phone system, mystery shopping]
    reading: Calls received count, abandoned ones too.
  - id: QSH-02
    section: When you call us
    subject: call
    promise: Fewer than 4 in 100 of you give up before we answer.
    ratio: {share: {count: call-abandoned}, of: {count: call-offered}}
    target: under 4%
    reported: [monthly]
  - id: QSH-03
    section: When you write to us
    subject: letter
    promise: We answer your letter within 10 working days, in full and in words that anybody can follow.
    clock:
      starts: {event: contact-received, when: {channel: letter}}
      stops: {event: reply-sent, when: {full: true}}
      pauses: information-requested
      resumes: information-received
      voids: enquiry-closed
      within: 10 working days
    target: at least 90%
    reported: [quarterly]
    assured_by: [file check]
  - id: QSH-04
    section: When you visit us
    subject: visit
    promise: Whoever meets you tells you their name.
    check: {item: gave-name, instruments: [mystery-shop]}
    target: 100%
    assured_by: [mystery shopping]
  - id: QSH-05
    section: What you think of us
    subject: satisfaction
    promise: At least 72 in 100 of you are satisfied with how we handled your complaint.
    survey: {survey: complaint, question: satisfied, kept_by: [very, fairly]}
    target: at least 72%
    reported: [quarterly]
  - id: QSH-06
    section: Your rent
    subject: rent
    promise: We collect the rent that is due, and a little of what was owed before.
    ratio:
      share: {sum: pence, event: rent-received}
      of: {sum: pence, event: rent-charged}
      beside: {agreements made: {count: agreement-made}}
    target: at least 100.55%
  - id: QSH-07
    section: Empty homes
    subject: void
    promise: We let an empty home again within 28 days on average.
    clock: {starts: home-vacated, stops: home-let, within: 28 days}
    target: at most 28 days on average
  - id: QSH-08
    section: Complaints
    subject: complaint
    promise: We publish how many complaints we receive for every 1,000 homes.
    ratio: {share: {count: complaint-received}, of: {returned: homes, latest: true}, per: 1000}
  - id: QSH-09
    section: Complaints
    subject: complaint
    promise: We acknowledge your complaint within 2 working days.
    clock: {starts: complaint-received, stops: complaint-acknowledged, within: 2 working days}
  - id: QSH-10
    section: Your home
    subject: repair
    promise: We come to an emergency within 24 hours of your report.
    clock: {starts: {event: repair-reported, when: {priority: emergency}}, stops: repair-completed, within: 24 hours}
    target: 100%
  - id: QSH-11
    section: When you visit us
    subject: opening hours
    promise: You can read our opening hours on our website and at every office.
    published: {what: opening-hours, where: [website, office]}
  - id: QSH-12
    section: Keeping you informed
    subject: newsletter
    promise: We send you a newsletter every three months.
    recurring: {every: 3 months, duty: newsletter}
  - id: QSH-13
    section: When you visit us
    subject: office
    promise: You can get into our offices in a wheelchair.
    check: {item: office-accessible, instruments: [audit]}
    target: date to be inserted
  - id: QSH-14
    section: When you write to us
    subject: letter
    promise: Every letter of ours carries a name, a telephone number and an address <you can use>.
    rule: {applies_to: reply-sent, requires: [by]}
`

import assert from 'node:assert/strict'
import { isRefused } from '#core/refused.ts'
import { assignCase } from '#store/case-page/assign-case.ts'
import { passOn } from '#store/case-page/pass-on.ts'
import { readCasePage } from '#store/case-page/read-case-page.ts'
import { takeCase } from '#store/case-page/take-case.ts'
import { teamsToShow } from '#store/comparisons/teams-to-show.ts'
import { recordAct } from '#store/ledger/append.ts'
import { readCase, readTimeline } from '#store/ledger/read-case.ts'
import { worklist } from '#store/ledger/worklist.ts'
import { assignCases } from '#store/lists/assign-cases.ts'
import { teamsOf } from '#store/masters/names.ts'
import { readWords } from '#store/words/read-words.ts'
import { done, eachDatabase } from '../databases.ts'
import { ledgerGround, letter, refusal } from '../ledger/ground.ts'
import { add, officer, twoTeams } from './officers.ts'

eachDatabase('Any officer takes what lies in their own team or nowhere, and nothing else', async (open) => {
  const { store, acting, ...ground } = await ledgerGround(open)
  await twoTeams(store, acting)
  const ann = await officer(store, acting, {
    id: 'ann',
    name: 'Ann',
    role: 'contact officer',
    team: 'housing',
  })
  const bea = await officer(store, acting, { id: 'bea', name: 'Bea', role: 'case officer', team: 'repairs' })
  const auditor = await officer(store, acting, { id: 'aud', name: 'Aud', role: 'auditor' })
  const caseId = await ground.open(letter)
  assert.equal(refusal(await takeCase(store, auditor, { caseId })).because, 'not allowed')
  const [, team] = [
    done(await takeCase(store, ann, { caseId })),
    done(await readCase(store, ann, caseId)).case,
  ]
  assert.deepEqual([team.team_id, team.holder_id], ['housing', 'ann'])
  assert.match(refusal(await takeCase(store, bea, { caseId })).refusal, /somebody has this case/)
  done(await assignCase(store, acting, { caseId, team: 'housing' }))
  assert.match(refusal(await takeCase(store, bea, { caseId })).refusal, /another team/)
  done(await takeCase(store, ann, { caseId }))
  assert.equal(refusal(await assignCase(store, ann, { caseId, team: 'repairs' })).because, 'not allowed')
})

eachDatabase(
  'What is passed on is a referral with its note, and stands on the other team’s list',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    await twoTeams(store, acting)
    const ann = await officer(store, acting, {
      id: 'ann',
      name: 'Ann',
      role: 'contact officer',
      team: 'housing',
    })
    const caseId = await ground.open(letter)
    const words = [{ kind: 'note' as const, text: 'The light is out.' }]
    done(
      await passOn(store, ann, {
        caseId,
        team: 'repairs',
        urgent: true,
        customerTold: true,
        words,
        expectedVersion: 1,
      }),
    )
    const { events } = done(await readTimeline(store, ann, caseId))
    assert.deepEqual(
      events.map(({ type, data, actor }) => [type, data['team'], actor]),
      [
        ['contact-received', undefined, 'system'],
        ['referred', 'repairs', 'staff:ann'],
        ['case-assigned', 'repairs', 'staff:ann'],
      ],
    )
    const ids = events[1]?.data['words'] as readonly string[]
    const [note] = done(await readWords(store, ann, { ids }))
    assert.equal(note?.text, 'The light is out.')
    const next = async () =>
      done(await readCasePage(store, ann, { caseId, page: 1, why: 'a test' })).acts[0]?.type
    assert.equal(await next(), 'referral-acknowledged', 'the team is asked first to say that it took it up')
    done(await recordAct(store, ann, caseId, { type: 'referral-acknowledged' }))
    assert.equal(await next(), 'reply-sent')
    const list = done(await worklist(store, ann, { of: { teamId: 'repairs', unassigned: true } }))
    assert.deepEqual(
      list.map(({ case_id: id }) => id),
      [caseId],
    )
  },
)

eachDatabase(
  'A case passed on to a person goes to their team; a stale one stays where it is',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    await twoTeams(store, acting)
    const ann = await officer(store, acting, {
      id: 'ann',
      name: 'Ann',
      role: 'case officer',
      team: 'housing',
    })
    await officer(store, acting, { id: 'bea', name: 'Bea', role: 'case officer', team: 'repairs' })
    await officer(store, acting, { id: 'cat', name: 'Cat', role: 'case officer' })
    const caseId = await ground.open(letter)
    await ground.record(caseId, { type: 'acknowledgement-sent' })
    const stale = refusal(await passOn(store, ann, { caseId, team: 'repairs', expectedVersion: 1 }))
    assert.equal(stale.because, 'changed meanwhile')
    for (const [to, says] of [
      [{ team: 'gardens' }, /no such team/],
      [{ holder: 'nobody' }, /nobody of this name/],
      [{ holder: 'cat' }, /in no team/],
      [{}, /nobody is chosen/],
    ] as const)
      assert.match(refusal(await passOn(store, ann, { caseId, ...to })).refusal, says)
    assert.equal(done(await readCase(store, ann, caseId)).case.version, 2, 'nothing of it stays')
    done(await passOn(store, ann, { caseId, holder: 'bea' }))
    const { case: row } = done(await readCase(store, ann, caseId))
    assert.deepEqual([row.team_id, row.holder_id], ['repairs', 'bea'])
  },
)

eachDatabase(
  'A contractor keeps its job whoever of ours has the case, and passes nothing on',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    await twoTeams(store, acting)
    const caseId = await ground.open(letter)
    done(await recordAct(store, acting, caseId, { type: 'case-assigned', data: { contractor: 'plumbers' } }))
    const plumber = { ...acting, by: 'staff:p1', staffId: 'p1', contractorId: 'plumbers' }
    assert.equal(refusal(await passOn(store, plumber, { caseId, team: 'repairs' })).because, 'not allowed')
    assert.equal(refusal(await takeCase(store, plumber, { caseId })).because, 'not allowed')
    done(await passOn(store, acting, { caseId, team: 'repairs' }))
    assert.equal(done(await readCase(store, acting, caseId)).case.contractor_id, 'plumbers')
  },
)

eachDatabase(
  'A team is there until the night before the day it ends, by the clock on our wall',
  async (open) => {
    const { store, acting, ...ground } = await ledgerGround(open)
    await add(store, acting, 'teams', 'housing', { name: 'Housing' })
    await add(store, acting, 'teams', 'lettings', { name: 'Lettings', endedOn: '2026-07-01' })
    const ann = await officer(store, acting, { id: 'ann', name: 'Ann', role: 'team leader' })
    const given = async () => {
      const caseIds = [
        await ground.open(letter),
        await ground.open(letter),
        await ground.open(letter),
      ] as const
      return {
        listed: (await teamsOf(store, ann)).filter(({ ended }) => !ended).map(({ id }) => id),
        shown: done(await teamsToShow(store, ann)).map(({ id }) => id),
        passed: !isRefused(await passOn(store, ann, { caseId: caseIds[0], team: 'lettings' })),
        assigned: !isRefused(await assignCase(store, ann, { caseId: caseIds[1], team: 'lettings' })),
        together: !isRefused(
          await assignCases(store, ann, {
            cases: [{ caseId: caseIds[2], version: 1 }],
            to: { teamId: 'lettings' },
          }),
        ),
      }
    }
    const both = ['housing', 'lettings']
    // In summer our midnight is an hour before that of computers.
    ground.at('2026-06-30T22:59Z')
    assert.deepEqual(await given(), {
      listed: both,
      shown: both,
      passed: true,
      assigned: true,
      together: true,
    })
    ground.at('2026-06-30T23:00Z')
    const one = ['housing']
    assert.deepEqual(await given(), {
      listed: one,
      shown: one,
      passed: false,
      assigned: false,
      together: false,
    })
  },
)

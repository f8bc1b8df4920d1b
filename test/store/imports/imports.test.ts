import assert from 'node:assert/strict'
import { isRefused, type Refused } from '#core/refused.ts'
import { importRows, rejectedRows } from '#store/imports/report.ts'
import { runImport } from '#store/imports/run-import.ts'
import { tryImport } from '#store/imports/try-import.ts'
import { undoImport } from '#store/imports/undo-import.ts'
import { customers } from '#store/masters/kinds/customers.ts'
import { homes } from '#store/masters/kinds/homes.ts'
import { readPeopleLog } from '#store/people/people-log.ts'
import { staff } from '#store/masters/kinds/staff.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'
import { teams } from '#store/masters/kinds/teams.ts'
import { listMasters, readMaster } from '#store/masters/reading.ts'
import { addMaster, changeMaster } from '#store/masters/writing.ts'
import { find } from '#store/search/find.ts'
import { eraseCustomer } from '#store/words/erase-customer.ts'
import { done, eachDatabase } from '../databases.ts'
import { addCustomer, withOnly } from '../masters/people.ts'

eachDatabase('A dry run says what would be added, changed and refused, and changes nothing', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  await addCustomer(store, acting, 'c1')
  await addCustomer(store, acting, 'c2')
  const text = [
    'Customer ID,Kind,Full name,Phone,DOB',
    'c1,person,Mabel O’Shaughnessy,01539 900 123,03/07/1941',
    'c2,person,Mabel Shaw,01539 900 123,03/07/1941',
    'c3,organisation,"Fell\'s ""Own"" Club",,',
    'c4,person,,01539 900 123,',
    'c5,person,Sam Reed,1539900123,',
    'c3,person,Again,,',
    'c6,person,Too,many,,cells',
    ',person,No id,,',
  ].join('\r\n')
  const report = done(
    await tryImport(store, acting, { kind: 'customers', fileName: 'c.csv', bytes: bytes(text) }),
  )
  assert.equal(report.state, 'tried')
  assert.deepEqual(
    [report.counts.add, report.counts.change, report.counts.same, report.counts.rejected, report.counts.done],
    [1, 1, 1, 5, 0],
  )
  const rows = done(await importRows(store, acting, report.importId))
  assert.deepEqual(
    rows.map(({ line, outcome, fields }) => [line, outcome, ...fields]),
    [
      [2, 'same'],
      [3, 'change', 'name'],
      [4, 'add'],
      [5, 'rejected', 'name'],
      [6, 'rejected', 'telephone'],
      [7, 'rejected', 'id'],
      [8, 'rejected'],
      [9, 'rejected', 'id'],
    ],
  )
  assert.match(rows[4]?.reason ?? '', /dropped the first 0/)
  assert.match(rows[5]?.reason ?? '', /line 4 has the same customerId/)
  assert.equal(done(await listMasters(store, acting, customers)).length, 2)
})

eachDatabase(
  'An import is run, and undone whole: what it added is gone, what it changed is back',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    const before = done(await readMaster(store, acting, customers, { id: 'c1' })).values
    const text = 'customerId;kind;name;email\nc1;person;Mabel Shaw;\nc2;person;Zoë Ng;zoe@example.org\n'
    const { importId } = done(await tryImport(store, acting, { kind: 'customers', bytes: bytes(text) }))
    const ran = done(await runImport(store, acting, importId))
    assert.deepEqual([ran.state, ran.counts.done], ['done', 2])
    const changed = done(await readMaster(store, acting, customers, { id: 'c1' }))
    const hasNot = { name: 'Mabel Shaw', email: null }
    assert.deepEqual(
      changed.values,
      { ...before, ...hasNot },
      'an empty cell empties, a missing column does nothing',
    )
    assert.equal(done(await find(store, acting, { text: 'zoe' }))[0]?.id, 'c2')
    assert.deepEqual(done(await runImport(store, acting, importId)), ran, 'run again, it finds nothing to do')

    const undone = done(await undoImport(store, acting, importId))
    assert.deepEqual([undone.state, undone.counts.undone, undone.counts.stays], ['undone', 2, 0])
    assert.deepEqual(done(await readMaster(store, acting, customers, { id: 'c1' })).values, before)
    assert.ok(isRefused(await readMaster(store, acting, customers, { id: 'c2' })))
    assert.deepEqual(done(await find(store, acting, { text: 'zoe' })), [])
    assert.equal(done(await undoImport(store, acting, importId)).counts.undone, 2)
  },
)

eachDatabase(
  'What was changed or used since stays as it is, and the report says which and why',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    const text = 'home,address\nh1,1 High Street\nh2,2 High Street\nh3,3 High Street\n'
    const { importId } = done(
      await tryImport(store, acting, { kind: 'homes', bytes: bytes(text.replace('home', 'homeId')) }),
    )
    done(await runImport(store, acting, importId))
    done(
      await changeMaster(store, acting, homes, {
        id: 'h1',
        expected: 1,
        values: { address: '1A High Street' },
      }),
    )
    await addCustomer(store, acting, 'c1')
    const values = { home: 'h2', customers: ['c1'], kind: 'sheltered' }
    done(await addMaster(store, acting, tenancies, { values }))
    const { counts } = done(await undoImport(store, acting, importId))
    assert.deepEqual([counts.undone, counts.stays], [1, 2])
    const stay = done(await importRows(store, acting, importId, { stays: true }))
    assert.deepEqual(
      stay.map(({ id, stays }) => [id, stays]),
      [
        ['h1', 'it was changed since, by system'],
        ['h2', 'a tenancy names it'],
      ],
    )
    assert.deepEqual(
      done(await listMasters(store, acting, homes)).map(({ id }) => id),
      ['h1', 'h2'],
    )
  },
)

eachDatabase('Rejected rows can be taken away as a file, put right and tried again', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const text =
    'homeId,address,postcode\nh1,"1 High Street\nKendal",LA9 4AA\nh2,"2, ""The"" Row\nKendal",LA9\n'
  const { importId, counts } = done(await tryImport(store, acting, { kind: 'homes', bytes: bytes(text) }))
  assert.equal(counts.rejected, 1)
  let csv = ''
  for await (const piece of done(await rejectedRows(store, acting, importId))) csv += piece
  assert.match(
    csv,
    /^\ufeffhomeId,address,postcode,line,rejected because\nh2,"2, ""The"" Row\nKendal",LA9,4,postcode: /,
  )
  const again = csv.replace(',LA9,', ',LA9 4AB,')
  const second = done(await tryImport(store, acting, { kind: 'homes', bytes: bytes(again) }))
  assert.deepEqual([second.counts.add, second.counts.rejected], [1, 0])
})

eachDatabase(
  'Headings at fault are named with what was probably meant, and nothing is kept',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    const trial = async (text: string, more = {}) =>
      tryImport(store, acting, { kind: 'homes', bytes: bytes(text), ...more })
    assert.match(
      refusalOf(await trial('homeId,adress\nh1,x\n')),
      /“adress” is no heading: did you mean address/,
    )
    assert.match(refusalOf(await trial('address\nx\n')), /no column is headed homeId/)
    assert.match(
      refusalOf(await trial('homeId,address,Address\nh1,x,y\n')),
      /two columns are headed as address/,
    )
    assert.match(refusalOf(await trial('homeId,address\nh1,"x\nh2,y\n')), /opens on line 2/)
    assert.match(refusalOf(await trial('homeId,address\n')), /no rows/)
    assert.match(refusalOf(await trial('homeId,address\nh1,a\0b\n')), /UTF-8/)
    assert.match(
      refusalOf(await tryImport(store, acting, { kind: 'home', bytes: bytes('') })),
      /no such kind/,
    )
    const ignoring = done(await trial('homeId,address,Colour\nh1,x,red\n', { ignore: ['colour'] }))
    assert.equal(ignoring.counts.add, 1)
  },
)

eachDatabase('Files are read in the letters they were saved in', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const text = 'teamId\tname\nt1\tCafé “Zoë”\n'
  for (const [saved, encoding] of [
    [bytes(`\ufeff${text}`), 'utf-8'],
    [Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1'), 'windows-1252'],
  ] as const) {
    const report = done(await tryImport(store, acting, { kind: 'teams', bytes: saved }))
    assert.equal(report.encoding, encoding)
    done(await runImport(store, acting, report.importId))
    assert.equal(done(await readMaster(store, acting, teams, { id: 't1' })).values.name, 'Café “Zoë”')
  }
})

eachDatabase('Importing staff takes leave to give roles; lists stand in one cell', async (open) => {
  const { store, addLandlord } = await open()
  const acting = await addLandlord()
  const file = {
    kind: 'staff',
    bytes: bytes('staffId,name,roles,active\ns1,Sam Reed,Case officer; team-leader,no\n'),
  }
  const barred = await tryImport(store, withOnly(acting, 'masters.import', 'masters.write'), file)
  assert.equal(isRefused(barred) && barred.because, 'not allowed')
  done(await runImport(store, acting, done(await tryImport(store, acting, file)).importId))
  const { values } = done(await readMaster(store, acting, staff, { id: 's1' }))
  const log = done(await readPeopleLog(store, acting, { limit: 5 }))
  assert.deepEqual(
    log.map(({ did, staffId, detail }) => [did, staffId, detail]),
    [['person added', 's1', { roles: values.roles, active: false, contractor: null }]],
    'roles are never given in silence',
  )
  assert.deepEqual([values.roles, values.active], [['case officer', 'team leader'], false])
})

eachDatabase(
  'An erasure reaches what imports said, and no later file brings the customer back',
  async (open) => {
    const { store, addLandlord } = await open()
    const acting = await addLandlord()
    await addCustomer(store, acting, 'c1')
    const file = {
      kind: 'customers',
      bytes: bytes('customerId,kind,name\nc1,person,Mabel Shaw\nc2,person,Other One\n'),
    }
    const { importId } = done(await tryImport(store, acting, file))
    done(await runImport(store, acting, importId))
    const waiting = done(
      await tryImport(store, acting, { ...file, bytes: bytes('customerId,kind,name\nc1,person,Back\n') }),
    )
    const erasure = done(await eraseCustomer(store, acting, { customerId: 'c1', why: 'asked for' }))
    assert.equal(erasure.counts['importedRows'], 2)
    const ran = done(await runImport(store, acting, waiting.importId))
    assert.deepEqual([ran.counts.change, ran.counts.rejected], [0, 1])
    assert.equal(done(await tryImport(store, acting, file)).counts.rejected, 1)
    const { counts } = done(await undoImport(store, acting, importId))
    assert.deepEqual([counts.undone, counts.stays], [1, 1])
    assert.equal(done(await readMaster(store, acting, customers, { id: 'c1' })).values.name, null)
  },
)

eachDatabase('Many rows go in batches, and a run that was cut off goes on where it was', async (open) => {
  let failing = false
  const now = () => {
    if (failing && ++asked > 2) throw new Error('cut off')
    return Date.parse('2026-03-02T09:00:00Z')
  }
  let asked = 0
  const { store, addLandlord } = await open({ now })
  const acting = await addLandlord()
  const rows = Array.from({ length: 1_700 }, (_, n) => `h${n},${n} High Street,LA9 4AA,2`)
  const file = { kind: 'homes', bytes: bytes(['homeId,address,postcode,bedrooms', ...rows].join('\n')) }
  const { importId, counts } = done(await tryImport(store, acting, file))
  assert.equal(counts.add, 1_700)
  failing = true
  await assert.rejects(runImport(store, acting, importId), /cut off/)
  failing = false
  const ran = done(await runImport(store, acting, importId))
  assert.deepEqual([ran.state, ran.counts.done, ran.counts.add], ['done', 1_700, 1_700])
  assert.equal(done(await find(store, acting, { text: '1699 High Street' }))[0]?.id, 'h1699')
  const other = done(await tryImport(store, acting, file))
  assert.equal(other.counts.same, 1_700)
  assert.equal(done(await undoImport(store, acting, importId)).counts.undone, 1_700)
  assert.deepEqual(done(await listMasters(store, acting, homes)), [])
})

eachDatabase('An import of another landlord is not there', async (open) => {
  const { store, addLandlord } = await open()
  const [acting, other] = [await addLandlord(), await addLandlord('other-landlord')]
  const file = { kind: 'teams', bytes: bytes('teamId,name\nt1,Repairs\n') }
  const { importId } = done(await tryImport(store, acting, file))
  for (const each of [runImport, undoImport, importRows, rejectedRows]) {
    const refusal = await each(store, other, importId)
    assert.equal(isRefused(refusal) && refusal.because, 'not found')
  }
})

function bytes(text: string): Uint8Array {
  return Buffer.from(text)
}

function refusalOf(value: unknown): string {
  return isRefused(value) ? (value satisfies Refused).refusal : ''
}

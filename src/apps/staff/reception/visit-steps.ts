import type { Fault } from '#http/layout/fault.ts'
import { type Fields, longTextIn, textIn } from '#http/layout/fields.ts'
import type { Act } from '#store/ledger/act.ts'
import type { Step } from '#store/ledger/append.ts'
import { overridesIn } from '../acts/act-from-form.ts'
import type { Visiting } from './visiting.ts'

/** What the form of an act comes to, in its order; or what is wrong with it. */
export function stepsOfVisit(visiting: Visiting, fields: Fields): readonly [Step, ...Step[]] | Fault {
  const { act, visit } = visiting
  const made = makers[act](visiting, fields)
  if ('says' in made) return made
  const [first, ...more] = made
  const overrides = overridesIn(fields)
  const data = { ...(first.data as object), ...(overrides !== undefined && { overrides }) }
  return [
    { in: visit.caseId, act: { ...first, data }, expectedVersion: versionIn(fields) ?? visit.version },
    ...more.map((each) => ({ in: visit.caseId, act: each })),
    ...(act === 'seen' ? began(visiting) : []),
  ]
}

type Made = readonly [Act, ...Act[]] | Fault

const makers: Readonly<Record<Visiting['act'], (visiting: Visiting, fields: Fields) => Made>> = {
  advise: (_, fields) => {
    const minutes = Number(textIn(fields, 'minutes'))
    const isSaid = textIn(fields, 'minutes') !== ''
    if (isSaid && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 480))
      return { field: 'minutes', says: 'Write the minutes as a whole number, such as 10.' }
    const alternative = textIn(fields, 'alternative') === 'yes'
    if (!isSaid && !alternative)
      return { field: 'minutes', says: 'Say how long the wait is, or what else you offered.' }
    return [
      { type: 'wait-advised', data: { ...(isSaid && { minutes }), ...(alternative && { alternative }) } },
    ]
  },
  nobody: (_, fields) => {
    const offered = textIn(fields, 'offered')
    if (offered === '') return { field: 'offered', says: 'Choose what you offered instead.' }
    const nobody = { type: 'no-staff-available' }
    if (offered !== 'somebody-else' && offered !== 'call-back') return [nobody]
    return [nobody, { type: 'wait-advised', data: { alternative: offered } }]
  },
  seen: ({ visit, names, appointmentStaff }, fields) => {
    const by = textIn(fields, 'by')
    if (by === '') return { field: 'by', says: 'Choose who sees them.' }
    const designated = by === visit.wants || appointmentStaff.includes(by)
    const room = names.rooms.find(({ roomId }) => roomId === textIn(fields, 'room'))
    const data = {
      by,
      ...(designated && { designated }),
      ...(room !== undefined && { room: room.roomId, privateRoom: room.isPrivate }),
    }
    return [{ type: 'visitor-seen', data }]
  },
  left: (_, fields) => {
    const agreed = longTextIn(fields, 'words')
    const confirmation = textIn(fields, 'confirmation') === 'yes'
    if (confirmation && agreed === '')
      return { field: 'words', says: 'Write down what was agreed: the confirmation says so.' }
    const data = { ...(agreed !== '' && { action: true }), ...(confirmation && { confirmation }) }
    const words = agreed === '' ? [] : [{ kind: 'message' as const, text: agreed }]
    return [{ type: 'visitor-left', data, words }]
  },
}

/** The appointment they came for begins as they are seen. */
function began({ visit, appointmentWaits }: Visiting): readonly Step[] {
  if (visit.appointmentCase === null || !appointmentWaits) return []
  return [{ in: visit.appointmentCase, act: { type: 'appointment-started' } }]
}

function versionIn(fields: Fields): number | undefined {
  const version = textIn(fields, 'version')
  return /^\d{1,6}$/.test(version) ? Number(version) : undefined
}

import { kindListPage } from '../casework/kind-list.tsx'
import { whoHas } from '../casework/lines.ts'
import { momentText } from '../times.ts'

/** Reports of antisocial behaviour, what must be taken up first coming first. */
export const antisocialPages = [
  kindListPage({
    kind: 'antisocial-behaviour',
    path: '/antisocial-behaviour',
    heading: 'Antisocial behaviour',
    says: 'Reports that are not closed, what must be taken up first at the top.',
    facts: (row, names) => {
      const reported = row.events.findLast(({ type }) => type === 'asb-reported')
      const told = row.events.findLast(({ type }) => type === 'asb-updated')
      const takenUp = row.events.some(({ type }) => type === 'asb-taken-up')
      return [
        reported?.data['urgent'] === true ? 'urgent' : 'not urgent',
        ...(reported?.data['hate'] === true ? ['hate incident'] : []),
        takenUp ? `taken up, ${whoHas(row, names)}` : 'not taken up yet',
        ...(told === undefined ? [] : [`last told how things stand ${momentText(told.at)}`]),
      ]
    },
  }),
]

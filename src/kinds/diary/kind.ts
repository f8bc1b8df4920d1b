import { code, codeOrYes, dateOrInstant, promised, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** When a member of staff is away, and what callers hear meanwhile. */
export const diary: KindDefinition = {
  kind: 'diary',
  says: 'The diary, voicemail and out-of-office reply of one member of staff, and the rotas of a team.',
  notACase: true,
  // Everybody keeps their own, and reception keeps the rotas.
  permission: 'cases.write',
  events: {
    'absence-started': {
      says: 'They left the office.',
      fields: { where: promised(code('where they are')), until: dateOrInstant('when they are back') },
    },
    'voicemail-checked': { says: 'They picked up their messages.' },
    'greeting-changed': {
      says: 'They changed what callers hear.',
      fields: {
        name: codeOrYes('it gives their name'),
        date: codeOrYes('it gives the date'),
        back: codeOrYes('it says when they are back'),
        alternative: codeOrYes('it says whom to ring who cannot wait'),
      },
    },
    'absence-ended': { says: 'They are back.' },
    'out-of-office-set': {
      says: 'They set an out-of-office reply.',
      fields: { alternative: promised(codeOrYes('it says whom to turn to when it is urgent')) },
    },
    'out-of-office-ended': { says: 'They turned the out-of-office reply off.' },
    'diary-shared': { says: 'Their diary was opened to every colleague.' },
    'rota-set': {
      says: 'A rota was set.',
      fields: {
        rota: promised(code('which one: duty, lunch-cover')),
        receptionTold: yesOrNo('reception was told of it'),
        groupPickUp: yesOrNo('calls are picked up by the group or sent on'),
      },
    },
  },
}

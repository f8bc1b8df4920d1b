import { asked, code, codeOrYes, dateOrInstant, promised, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** When a member of staff is away, and what callers hear meanwhile. */
export const diary: KindDefinition = {
  kind: 'diary',
  says: 'The diary, voicemail and out-of-office reply of one member of staff, and the rotas of a team.',
  notACase: true,
  // Whoever works with cases keeps a diary.
  permission: 'cases.write',
  events: {
    'absence-started': {
      says: 'They left the office.',
      plainly: { says: 'one of us left the office' },
      act: 'Record an absence',
      opens: true,
      fields: {
        where: asked('Where?', promised(code('where they are')), {
          suggests: ['visit', 'meeting', 'training', 'working-at-home', 'leave', 'ill'],
        }),
        until: asked('Until when?', dateOrInstant('when they are back')),
      },
    },
    'voicemail-checked': {
      says: 'They picked up their messages.',
      plainly: { says: 'they listened to their messages' },
      act: 'Record that voicemail was checked',
      opens: true,
    },
    'greeting-changed': {
      says: 'They changed what callers hear.',
      plainly: {
        says: 'one of us changed what callers hear',
        record: {
          name: 'that it gives their name',
          date: 'that it gives the date',
          back: 'that it says when they are back',
          alternative: 'that it says whom to ring instead',
        },
        when: { back: { given: 'and said when they are back' } },
      },
      act: 'Change the greeting',
      opens: true,
      fields: {
        name: asked('Does it give their name?', codeOrYes('it gives their name')),
        date: asked('Does it give the date?', codeOrYes('it gives the date')),
        back: asked('Does it say when they are back?', codeOrYes('it says when they are back')),
        alternative: asked(
          'Does it say whom to ring instead?',
          codeOrYes('it says whom to ring who cannot wait'),
        ),
      },
    },
    'absence-ended': {
      says: 'They are back.',
      plainly: { says: 'one of us came back' },
      act: 'Record that they are back',
      follows: ['absence-started'],
      notAfter: ['absence-ended'],
    },
    'out-of-office-set': {
      says: 'They set an out-of-office reply.',
      plainly: {
        says: 'they set a reply for e-mails',
        when: { alternative: { given: 'that names somebody else' } },
      },
      act: 'Set an out-of-office reply',
      opens: true,
      fields: {
        alternative: asked(
          'Does it say whom to turn to when it is urgent?',
          promised(codeOrYes('it says whom to turn to when it is urgent')),
        ),
      },
    },
    'out-of-office-ended': {
      says: 'They turned the out-of-office reply off.',
      plainly: { says: 'they turned that reply off' },
      act: 'Turn the out-of-office reply off',
      follows: ['out-of-office-set'],
      notAfter: ['out-of-office-ended'],
    },
    'diary-shared': {
      says: 'Their diary was opened to every colleague.',
      plainly: { says: 'they opened their diary to colleagues' },
      act: 'Open the diary to every colleague',
      opens: true,
    },
    'rota-set': {
      says: 'A rota was set.',
      plainly: {
        says: 'we set a rota',
        record: { receptionTold: 'that we told reception', groupPickUp: 'that others pick up the calls' },
        when: { rota: { duty: 'of who is on duty', 'lunch-cover': 'of who stands in at lunch' } },
      },
      act: 'Set a rota',
      opens: true,
      fields: {
        rota: asked('Which rota?', promised(code('which one: duty, lunch-cover')), {
          suggests: ['duty', 'lunch-cover'],
        }),
        receptionTold: asked('Does reception know of it?', yesOrNo('reception was told of it')),
        groupPickUp: asked(
          'Are calls picked up by the group, or sent on?',
          yesOrNo('calls are picked up by the group or sent on'),
        ),
      },
    },
  },
}

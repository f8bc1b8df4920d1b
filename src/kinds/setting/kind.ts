import { asked, code, toRecord, yesOrNo } from '#core/field.ts'
import type { KindDefinition } from '#core/kind.ts'

/** An arrangement that is in place, or is not. */
export const setting: KindDefinition = {
  kind: 'setting',
  says: 'An arrangement that somebody looked at: voicemail that can be set from elsewhere, an inbox with folders.',
  notACase: true,
  events: {
    'setting-confirmed': {
      says: 'Somebody looked whether the arrangement is in place.',
      plainly: { says: 'we checked how we have set things up', record: { inPlace: 'that it is so' } },
      act: 'Record whether it is in place',
      opens: true,
      observed: true,
      fields: {
        setting: asked('Which arrangement?', toRecord(code('the arrangement'))),
        inPlace: asked('Is it in place?', toRecord(yesOrNo('it is in place'))),
      },
    },
  },
}

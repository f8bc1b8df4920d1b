const at = '2026-03-02T09:00:00.123456+00:00'

/** The case that the letter of these rows is in. */
export const caseWithLetter = 'case-with-letter'

/** A row for each table of letters. */
export const letterRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  letter_templates: {
    template_id: 't1',
    name: 'Ours',
    purpose: 'full',
    channel: 'any',
    version: 1,
    changed_at: at,
    changed_by: 'staff:x1',
  },
  letter_template_versions: {
    template_id: 't1',
    version: 1,
    subject: 'Ours',
    body: 'Dear ((customer name))\n\n“Ours”',
    made_at: at,
    made_by: 'staff:x1',
  },
  jargon: { word: 'void', say: 'empty home', changed_at: at, changed_by: 'staff:x1' },
  letters: {
    letter_id: 'l1',
    case_id: caseWithLetter,
    act_type: 'reply-sent',
    channel: 'letter',
    state: 'waiting',
    text_words: 'w1',
    envelope_words: 'w1',
    large_print: true,
    score: 90,
    made_at: at,
    made_by: 'staff:x1',
  },
  letter_drafts: {
    case_id: caseWithLetter,
    staff_id: 'staff-1',
    way: 'full',
    fields: '{"text":"Dear"}',
    saved_at: at,
  },
}

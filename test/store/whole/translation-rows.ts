const at = '2026-03-02T09:00:00.123+00:00'

/** Rows of documents in other languages. */
export const translationRows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  translations: {
    translation_id: 't1',
    document: 'leaflet',
    language: 'ar',
    state: 'published',
    title: 'وعودنا',
    text: '## الهاتف\n\n- 020 7946 0018',
    translator: 'A “translator”',
    by_program: false,
    source_version: 'edition 2026-01',
    source_text: '## Telephone',
    revision: 3,
    wanted_at: at,
    wanted_by: 'staff:x1',
    written_at: at,
    written_by: 'staff:x1',
    sent_by: 'staff:x1',
    shown_version: 1,
  },
  translation_versions: {
    translation_id: 't1',
    version: 1,
    title: 'وعودنا',
    text: '## الهاتف',
    translator: 'A “translator”',
    by_program: false,
    source_version: 'edition 2026-01',
    published_at: at,
    published_by: 'staff:x2',
    sent_by: 'staff:x1',
  },
}

import type { Document } from '#core/documents/document.ts'
import { parseDay } from '#core/time/day.ts'

/** A report of nobody’s with one of every kind of piece. */
export const sample: Document = {
  title: 'How we kept our promises',
  language: 'en-GB',
  direction: 'ltr',
  publisher: 'Made-up Homes',
  datedOn: parseDay('2026-10-20') ?? 0,
  version: 'Version 2',
  blocks: [
    {
      kind: 'paragraph',
      lines: ['We answered 91.2% of your 12,345 calls, & wrote back in 10 working days.'],
    },
    { kind: 'heading', level: 2, text: 'How to reach us' },
    { kind: 'list', items: ['Ring 020 7946 0018 at any time, 24/7.', 'Write to help@example.org.'] },
    { kind: 'list', ordered: true, items: ['Tell us what happened.', 'Ask for (OHG-44) by name.'] },
    {
      kind: 'facts',
      facts: [
        { name: 'Office', value: '1 High Street, Anytown AN1 1AA' },
        { name: 'Open', value: 'Monday to Friday, 9am to 5.30pm' },
      ],
    },
    { kind: 'heading', level: 3, text: 'Month by month' },
    {
      kind: 'table',
      caption: 'Calls answered in 20 seconds',
      columns: [
        { title: 'Team', align: 'start' },
        { title: 'July', align: 'end' },
        { title: 'August', align: 'end' },
        { title: 'September', align: 'end' },
        { title: 'Target', align: 'end' },
      ],
      rows: [
        ['Customer services', '91.2%', '88.0%', '90.4%', '90%'],
        ['Out of hours', '77%', '', '80.5%', '90%'],
      ],
    },
    {
      kind: 'chart',
      title: 'Calls by month',
      alternative: 'Between 85 and 92 in each month, below the target in four of twelve.',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 10 L60 5" stroke="#000" fill="none"/></svg>',
    },
  ],
}

/** A leaflet from right to left, with numbers that are not. */
export const arabic: Document = {
  title: 'كيف تتصل بنا',
  language: 'ar',
  direction: 'rtl',
  publisher: 'Made-up Homes',
  madeBy: 'a program',
  blocks: [
    { kind: 'heading', level: 2, text: 'الهاتف' },
    { kind: 'paragraph', lines: ['اتصل بنا على الرقم 020 7946 0018 والمبلغ £1,234.50.'] },
  ],
}

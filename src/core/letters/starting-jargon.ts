import type { Jargon } from './advice.ts'

/** Words of the trade that a landlord’s list begins with. Each landlord changes its own. */
export const startingJargon: readonly Jargon[] = [
  { word: 'arrears', say: 'the rent you owe' },
  { word: 'decant', say: 'move you out while we work' },
  { word: 'void', say: 'empty home' },
  { word: 'voids', say: 'empty homes' },
  { word: 'tenure', say: 'how you hold your home' },
  { word: 'demise', say: 'your home' },
  { word: 'recharge', say: 'ask you to pay for' },
  { word: 'rechargeable repair', say: 'a repair that you pay for' },
  { word: 'operative', say: 'the person who does the work' },
  { word: 'operatives', say: 'the people who do the work' },
  { word: 'responsive repair', say: 'repair' },
  { word: 'planned works', say: 'the work we have planned' },
  { word: 'communal area', say: 'the area you share' },
  { word: 'communal areas', say: 'the areas you share' },
  { word: 'stakeholder', say: 'say who' },
  { word: 'stakeholders', say: 'say who' },
  { word: 'going forward', say: 'from now on' },
  { word: 'service user', say: 'customer' },
  { word: 'nomination', say: 'the name the council put forward' },
  { word: 'possession proceedings', say: 'asking the court for your home back' },
  { word: 'pursuant to', say: 'under' },
  { word: 'herewith', say: 'with this letter' },
  { word: 'aforementioned', say: 'say which again' },
  { word: 'remittance', say: 'payment' },
]

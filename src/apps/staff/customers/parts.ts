import type { MasterDefinition } from '#store/masters/definition.ts'
import { alerts } from '#store/masters/kinds/alerts.ts'
import { needs } from '#store/masters/kinds/needs.ts'
import { representatives } from '#store/masters/kinds/representatives.ts'
import { tenancies } from '#store/masters/kinds/tenancies.ts'

/** What is kept of a customer beside who they are, and can be added and ended on their page. */
export interface CustomerPart {
  readonly definition: MasterDefinition
  /** The field that names the customer. */
  readonly whose: 'customer' | 'customers'
  /** The date with which it ends. */
  readonly ends: 'endedOn' | 'validUntil'
  /** The field that names another customer or a home, which is looked for by name. */
  readonly names?: { readonly field: string; readonly kind: 'customer' | 'home'; readonly label: string }
  readonly heading: string
  /** Of the button. */
  readonly add: string
  readonly end: string
  /** Filled in with today where nothing was typed yet. */
  readonly today?: string
}

/** By the name that stands in addresses. */
export const customerParts: ReadonlyMap<string, CustomerPart> = new Map<string, CustomerPart>([
  [
    'needs',
    {
      definition: needs,
      whose: 'customer',
      ends: 'endedOn',
      heading: 'What they need',
      add: 'Add a communication need',
      end: 'Needed no more',
      today: 'toldOn',
    },
  ],
  [
    'alerts',
    {
      definition: alerts,
      whose: 'customer',
      ends: 'endedOn',
      heading: 'Alerts',
      add: 'Add an alert',
      end: 'Take off',
      today: 'setOn',
    },
  ],
  [
    'representatives',
    {
      definition: representatives,
      whose: 'customer',
      ends: 'validUntil',
      names: { field: 'representative', kind: 'customer', label: 'Who speaks for them' },
      heading: 'Who speaks for them',
      add: 'Add somebody who speaks for them',
      end: 'End the authority',
      today: 'seenOn',
    },
  ],
  [
    'tenancies',
    {
      definition: tenancies,
      whose: 'customers',
      ends: 'endedOn',
      names: { field: 'home', kind: 'home', label: 'Which home' },
      heading: 'Homes',
      add: 'Add a home',
      end: 'End the tenancy',
      today: 'startedOn',
    },
  ],
])

/** A made-up address of a landlord. Its numbers are of the range that is kept for stories: 01632 960000 to 960999. */
export interface Place {
  readonly landlord: string
  readonly office: readonly string[]
  readonly town: string
  /** The last three digits of its numbers. */
  readonly digits: number
  readonly estates: readonly string[]
}

const places: Readonly<Record<string, Place>> = {
  linstone: {
    landlord: 'Linstone Housing Association',
    office: ['17 Weaver Street', 'Linstone', 'LN1 4QX'],
    town: 'Linstone',
    digits: 110,
    estates: ['Weaver Court', 'Millbrae'],
  },
  'longhurst-and-havelok': {
    landlord: 'Longhurst & Havelok Homes',
    office: ['Havelok House', '2 Saltergate', 'Longhurst', 'LH3 7DN'],
    town: 'Longhurst',
    digits: 210,
    estates: ['Fisher Row', 'The Maltings', 'Eastfield'],
  },
  'mount-green': {
    landlord: 'Mount Green Housing Association',
    office: ['The Old Dairy', '48 Mount Green', 'Ashby', 'AS2 9PL'],
    town: 'Ashby',
    digits: 310,
    estates: ['Dairy Close', 'Mount Green Court', 'Orchard Lodge'],
  },
  'one-housing-group': {
    landlord: 'One Housing Group',
    office: ['100 Canal Walk', 'Norbridge', 'NB1 2AA'],
    town: 'Norbridge',
    digits: 410,
    estates: ['Canal Walk', 'Regent Buildings', 'Arches Yard'],
  },
  'south-lakes': {
    landlord: 'South Lakes Housing',
    office: ['Fellside House', '5 Market Place', 'Kirkwater', 'KW9 1BT'],
    town: 'Kirkwater',
    digits: 510,
    estates: ['Fellside', 'Tarn View'],
  },
}

const somewhere: Place = {
  landlord: 'A landlord',
  office: ['1 High Street', 'Anytown', 'AN1 1AN'],
  town: 'Anytown',
  digits: 610,
  estates: ['High Street'],
}

/** Where a landlord is, by its name in addresses. */
export function placeOf(slug: string): Place {
  return places[slug] ?? somewhere
}

/** One of its numbers. */
export function numberOf({ digits }: Place, which: number): string {
  return `01632 960${digits + which}`
}

import type { Random } from '../year/random.ts'

/** A home and who lives in it, before anything of it is recorded. */
export interface Household {
  readonly homeId: string
  readonly customerId: string
  readonly name: string
  readonly title: string
  readonly address: string
  readonly postcode: string
  readonly mobile: string
  readonly email: string
  /** How they would rather hear from us than by e-mail, if they said. */
  readonly preferredChannel: 'telephone' | 'letter' | undefined
  readonly kind: string
  readonly bedrooms: number
  readonly born: string
  readonly since: string
  readonly tenure: 'general-needs' | 'sheltered' | 'leasehold'
  /** What they need in order to read us and hear us, and what staff must know. */
  readonly need: string | undefined
  readonly alert: string | undefined
}

/** As many households as a demonstration shows, the same each time for the same chance. */
export function households(random: Random, many: number): readonly Household[] {
  return Array.from({ length: many }, (_, index) => household(random, index + 1))
}

function household(random: Random, number: number): Household {
  const [first, title] = random.pick(firstNames)
  const last = random.pick(lastNames)
  const street = random.pick(streets)
  const id = String(number).padStart(4, '0')
  return {
    homeId: `home-${id}`,
    customerId: `customer-${id}`,
    name: `${first} ${last}`,
    title,
    address: `${random.whole(1, 98)} ${street}`,
    postcode: `ZZ9 ${random.whole(1, 9)}${random.pick(letters)}${random.pick(letters)}`,
    mobile: `07700 900${String(random.whole(0, 999)).padStart(3, '0')}`,
    email: `${first}.${last}.${id}@example.org`.toLowerCase(),
    preferredChannel: ways[number % ways.length],
    kind: random.pick(['flat', 'house', 'house', 'bungalow']),
    bedrooms: random.whole(1, 4),
    born: `${random.whole(1938, 2004)}-${twoDigits(random.whole(1, 12))}-${twoDigits(random.whole(1, 28))}`,
    since: `${random.whole(2004, 2025)}-${twoDigits(random.whole(1, 12))}-01`,
    tenure: random.weighted([
      ['general-needs', 0.7],
      ['sheltered', 0.2],
      ['leasehold', 0.1],
    ]),
    need: random.chance(0.2) ? random.pick(needs) : undefined,
    alert: random.chance(0.08) ? random.pick(alerts) : undefined,
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** A third would rather be rung, a few written to. */
const ways = [undefined, 'telephone', undefined, undefined, 'telephone', 'letter'] as const

const needs = [
  'large-print',
  'hearing-loop',
  'speak-slowly',
  'no-telephone',
  'easy-read',
  'home-visits',
] as const
const alerts = ['visit-in-pairs', 'dog', 'slow-to-answer-the-door', 'vulnerable'] as const
const letters = ['A', 'B', 'D', 'E', 'F', 'H', 'J', 'L', 'N', 'P'] as const

const firstNames = [
  ['Aisha', 'Mrs'],
  ['Amina', 'Miss'],
  ['Andrew', 'Mr'],
  ['Bogdan', 'Mr'],
  ['Carol', 'Mrs'],
  ['Ceri', 'Ms'],
  ['Daniel', 'Mr'],
  ['Dorothy', 'Mrs'],
  ['Eilidh', 'Ms'],
  ['Farah', 'Mrs'],
  ['George', 'Mr'],
  ['Grace', 'Miss'],
  ['Hamish', 'Mr'],
  ['Irena', 'Mrs'],
  ['Jean', 'Mrs'],
  ['Joseph', 'Mr'],
  ['Kwame', 'Mr'],
  ['Lucy', 'Ms'],
  ['Magda', 'Mrs'],
  ['Mohammed', 'Mr'],
  ['Nia', 'Ms'],
  ['Oliver', 'Mr'],
  ['Priya', 'Dr'],
  ['Rhys', 'Mr'],
  ['Sandra', 'Mrs'],
  ['Sean', 'Mr'],
  ['Tariq', 'Mr'],
  ['Winifred', 'Mrs'],
] as const

const lastNames = [
  'Ahmed',
  'Barnes',
  'Campbell',
  'Davies',
  'Edwards',
  'Forde',
  'Graham',
  'Hughes',
  'Iqbal',
  'Jackson',
  'Kowalska',
  'Lister',
  'Mensah',
  'Nowak',
  'O’Brien',
  'Patel',
  'Quinn',
  'Reid',
  'Shah',
  'Taylor',
  'Usman',
  'Walker',
  'Yates',
] as const

const streets = [
  'Alder Close',
  'Beacon Road',
  'Canal Side',
  'Durham Court',
  'Elm Avenue',
  'Foundry Street',
  'Gable Place',
  'Harbour View',
  'Mill Lane',
  'Station Terrace',
] as const

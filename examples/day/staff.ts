import type { Role } from '#core/people/role.ts'

/** The job that somebody of the demonstration has, by their role. */
export interface Job {
  readonly name: string
  readonly jobTitle: string
  readonly team: string
  readonly directDial: string
}

/** Whom to sign in as, and what they are there. */
export const jobs: Readonly<Record<Role, Job>> = {
  'contact officer': {
    name: 'Maya Price',
    jobTitle: 'Customer adviser',
    team: 'contact',
    directDial: '01632 960101',
  },
  'case officer': {
    name: 'Tom Ellison',
    jobTitle: 'Housing officer',
    team: 'housing',
    directDial: '01632 960102',
  },
  'team leader': {
    name: 'Ruth Adeyemi',
    jobTitle: 'Contact centre team leader',
    team: 'contact',
    directDial: '01632 960103',
  },
  'complaints officer': {
    name: 'Colin Frost',
    jobTitle: 'Complaints officer',
    team: 'complaints',
    directDial: '01632 960104',
  },
  'performance officer': {
    name: 'Anna Silva',
    jobTitle: 'Performance officer',
    team: 'office',
    directDial: '01632 960105',
  },
  publisher: {
    name: 'Martin Boyle',
    jobTitle: 'Head of customer service',
    team: 'office',
    directDial: '01632 960106',
  },
  'data-protection officer': {
    name: 'Helen Marsh',
    jobTitle: 'Data-protection officer',
    team: 'office',
    directDial: '01632 960107',
  },
  auditor: {
    name: 'Peter Lang',
    jobTitle: 'Internal auditor',
    team: 'office',
    directDial: '01632 960108',
  },
  observer: {
    name: 'Joan Whitlock',
    jobTitle: 'Mystery shopper',
    team: 'office',
    directDial: '01632 960111',
  },
  'panel member': {
    name: 'Idris Bevan',
    jobTitle: 'Member of the scrutiny panel',
    team: 'office',
    directDial: '01632 960112',
  },
  administrator: {
    name: 'Sue Kerr',
    jobTitle: 'Systems administrator',
    team: 'office',
    directDial: '01632 960109',
  },
  contractor: {
    name: 'Dev Rana',
    jobTitle: 'Supervisor',
    team: 'repairs',
    directDial: '01632 960110',
  },
}

/** The teams of the demonstration, by their ids. */
export const teams: Readonly<Record<string, string>> = {
  contact: 'Contact centre',
  housing: 'Housing',
  repairs: 'Repairs',
  income: 'Income',
  complaints: 'Complaints',
  office: 'Head office',
}

/** The offices of the demonstration. */
export const offices = [
  {
    id: 'main',
    values: {
      name: 'Main office',
      address: '1 Foundry Street\nExampleton',
      postcode: 'ZZ9 1AA',
      telephone: '01632 960100',
      email: 'hello@landlord.example',
      hours: 'office',
    },
  },
  {
    id: 'harbour',
    values: {
      name: 'Harbour office',
      address: '12 Harbour View\nExampleton',
      postcode: 'ZZ9 4HN',
      telephone: '01632 960200',
      email: 'harbour@landlord.example',
      hours: 'office',
    },
  },
] as const

/** Rooms at the main office in which appointments are held. */
export const rooms = [
  { id: 'blue', values: { name: 'Blue room', office: 'main', private: true } },
  { id: 'green', values: { name: 'Green room', office: 'main', private: true } },
] as const

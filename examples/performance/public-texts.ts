import { lineText } from '#core/publishing/site-pages.ts'
import type { Texts } from '#store/public/site.ts'
import { numberOf, type Place } from './public-places.ts'

interface About {
  readonly place: Place
  /** The lines of its opening hours. */
  readonly lines: readonly string[]
  /** Its standards say themselves what it asks of customers. */
  readonly asksOfCustomers: boolean
}

/** What the landlord wrote for one of its public pages. */
export function textsOfPage(page: string, about: About): Texts {
  const write = writers[page]
  return write === undefined ? { text: otherText(about) } : write(about)
}

const writers: Readonly<Record<string, (about: About) => Texts>> = {
  front: ({ place }) => ({
    welcome: `Welcome. Here you can read what ${place.landlord} promises you, and how well we keep to it.`,
  }),
  hours: ({ place, lines }) => ({
    ...Object.fromEntries(lines.map((line, at) => [lineText(line), numberOfLine(place, line, at)])),
    'out-of-hours': `Emergency repairs: ${numberOf(place, 9)}\nGas leaks: 0800 111 999 (the national number)\nDanger to life: 999`,
    more: '',
  }),
  contact: ({ place }) => ({
    ways: [
      `Telephone: ${numberOf(place, 0)}`,
      `Text: ${numberOf(place, 1)}`,
      `E-mail: hello@${emailOf(place)}`,
      `Letter: ${place.office.join(', ')}`,
      `Visit: ${place.office.join(', ')}`,
      'By relay: dial 18001 before our number',
    ].join('\n'),
  }),
  complaints: ({ place }) => ({
    how: [
      `Telephone: ${numberOf(place, 2)}`,
      `E-mail: complaints@${emailOf(place)}`,
      `Letter: Complaints, ${place.office.join(', ')}`,
      'In person: tell anybody who works for us; they will write it down with you',
    ].join('\n'),
    stages:
      '- First stage: somebody who was not part of it looks into your complaint and answers you.\n- Second stage: if you are not satisfied, a manager looks at it afresh.\n- After that you can go to the ombudsman.',
    others:
      'The Housing Ombudsman looks into complaints about landlords, free of charge. A local advice centre, a councillor or your MP can help you too.',
  }),
  responsibilities: ({ asksOfCustomers }) => ({
    more: `${asksOfCustomers ? '' : `${usuallyAsked}\n\n`}If you are not sure about something, ask us. We will gladly explain it.`,
  }),
  'estate-services': ({ place }) => ({
    statement: place.estates
      .map(
        (estate) =>
          `# ${estate}\n\nStairs and halls: swept every week, washed every two weeks\nWindows of shared rooms: cleaned every three months\nGrass: cut every two weeks from April to October\nBins: stores washed every month\nLights in shared places: looked at every week, mended within a working day`,
      )
      .join('\n\n'),
  }),
  improvements: () => ({
    introduction:
      'Your complaints, comments and praise tell us what to do better. Here is what came of them.',
  }),
  leaflet: () => ({
    introduction: 'These are our standards. They hold for everybody who works for us.',
  }),
  data: () => ({
    licence:
      'Open Government Licence v3.0, https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  }),
}

function numberOfLine(place: Place, line: string, at: number): string {
  return line === 'office' ? place.office.join('\n') : numberOf(place, at + 3)
}

function emailOf({ town }: Place): string {
  return `${town.toLowerCase()}-homes.example`
}

const usuallyAsked = [
  '- Tell us early when something needs mending.',
  '- Be in when we have agreed a time, or ring us beforehand.',
  '- Tell us what has changed: who lives with you, your telephone number, what you need of us.',
  '- Be as polite to us as we are to you.',
].join('\n')

function otherText({ place }: About): string {
  return `What we have on this is at ${place.office[0]}. We give or send it to you on paper, in large print, in Braille or as a recording.`
}

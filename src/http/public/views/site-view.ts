import { aboutPrefix } from '#core/publishing/site-pages.ts'
import type { View } from '../document-pages.tsx'
import type { ViewGround } from './ground.tsx'
import { hoursView } from './hours.tsx'
import { leafletView } from './leaflet.tsx'
import {
  aboutView,
  complaintsView,
  contactView,
  estateView,
  improvementsView,
  responsibilitiesView,
} from './texts.tsx'

/** A page that is put on show, drawn; nothing for those that are drawn in another manner. */
export function siteView(page: string, ground: ViewGround): View | undefined {
  if (page.startsWith(aboutPrefix)) return aboutView(ground)
  return views[page]?.(ground)
}

const views: Readonly<Record<string, (ground: ViewGround) => View>> = {
  hours: hoursView,
  contact: contactView,
  complaints: complaintsView,
  responsibilities: responsibilitiesView,
  'estate-services': estateView,
  improvements: improvementsView,
  leaflet: leafletView,
}

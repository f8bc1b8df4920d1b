import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { Tabs } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs'

const components = {
  'govuk-button': Button,
  'govuk-checkboxes': Checkboxes,
  'govuk-error-summary': ErrorSummary,
  'govuk-notification-banner': NotificationBanner,
  'govuk-radios': Radios,
  'govuk-skip-link': SkipLink,
  'govuk-tabs': Tabs,
}

/** Starts govuk-frontend’s components in a page, or in the part of it that was swapped. */
export function startComponents(within: ParentNode): void {
  for (const [name, Component] of Object.entries(components))
    for (const element of within.querySelectorAll(`[data-module="${name}"]`))
      if (!element.hasAttribute(`data-${name}-init`)) start(Component, element)
}

/** One that cannot be started is left as it is: it works without. */
function start(Component: (typeof components)['govuk-button'], element: Element): void {
  try {
    Reflect.construct(Component, [element])
  } catch {
    element.removeAttribute('data-module')
  }
}

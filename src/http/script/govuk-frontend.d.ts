// What of govuk-frontend’s script we start; the package brings no types.
declare module 'govuk-frontend/dist/govuk/components/*' {
  interface Started {
    readonly $root: Element
  }
  type Component = new (element: Element) => Started
  export const Button: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const NotificationBanner: Component
  export const Radios: Component
  export const SkipLink: Component
  export const Tabs: Component
}

import type { Raw } from '../html/raw.ts'
import type { NavigationLink } from './navigation.tsx'

/** What stands below every page: whose it is, and the one key worth knowing. */
export function Footer({
  landlord,
  record,
}: {
  readonly landlord: string | undefined
  readonly record: NavigationLink | undefined
}): Raw {
  return (
    <footer class="kept-footer">
      <div class="govuk-width-container">
        <p>
          {landlord === undefined ? 'Kept' : `Kept, for ${landlord}`}
          {record !== undefined && (
            <>
              {'. '}
              <kbd>F2</kbd>
              {' records a contact from any page.'}
            </>
          )}
        </p>
      </div>
    </footer>
  )
}

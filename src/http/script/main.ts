import { startContact } from './contact.ts'
import { keepDrafts } from './drafts.ts'
import { startFilters } from './filters.ts'
import { listenForRecordKey } from './record-key.ts'
import { startComponents } from './components.ts'
import { watchPage } from './live.ts'

// Every page works without this script. It spares a press of a button here, a loading of the page there.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')
startComponents(document)
listenForRecordKey()
keepDrafts()
startFilters()
startContact()
watchPage()

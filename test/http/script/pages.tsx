import { local } from '#http/html/local.ts'
import { listIn, textIn } from '#http/layout/fields.ts'
import { Button, Field, Form, TextArea } from '#http/layout/form.tsx'
import { type PageRoute, pageRoute } from '#http/layout/page-route.ts'
import { liveRoute } from '#http/live/live-route.ts'

/** What the pages below show and keep. */
export const kept = { waiting: 1, drafts: [] as string[], recorded: [] as string[] }

const names = ['Ann', 'Anwar', 'Bob']

/** Pages that use all that the script does. */
export const routes: readonly PageRoute[] = [
  pageRoute({
    method: 'GET',
    path: '/waiting',
    who: 'cases.read',
    handle: async () => ({
      title: 'Waiting',
      live: local`/live/waiting`,
      content: (
        <>
          <h1>Waiting</h1>
          <div data-live="waiting">
            <p>{`${kept.waiting} are waiting`}</p>
            <label for="note">Note on who waits</label>
            <input type="text" id="note" name="note" />
          </div>
          <p data-live="count">{`${kept.waiting} came today`}</p>
          <label for="other">Another field</label>
          <input type="text" id="other" name="other" />
        </>
      ),
    }),
  }),
  liveRoute({ path: '/live/waiting', who: 'words.read', watch: async () => String(kept.waiting) }),
  pageRoute({
    method: 'GET',
    path: '/note',
    who: 'cases.write',
    handle: async ({ formToken }) => ({
      title: 'Note',
      content: (
        <Form action={local`/note`} token={formToken} autosave={local`/note/draft`}>
          <h1>Note</h1>
          <TextArea name="note" label="Note" />
          <Button>Record</Button>
        </Form>
      ),
    }),
  }),
  pageRoute({
    method: 'POST',
    path: '/note',
    who: 'cases.write',
    handle: async ({ fields }) => {
      kept.recorded.push(textIn(fields, 'note'))
      return { goTo: local`/waiting` }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/note/draft',
    who: 'cases.write',
    handle: async ({ fields }) => {
      kept.drafts.push(textIn(fields, 'note'))
      return { goTo: local`/note` }
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/plain',
    who: 'signed in',
    handle: async ({ formToken }) => ({
      title: 'Plain',
      content: (
        <Form action={local`/plain`} token={formToken}>
          <h1>Plain</h1>
          <Field name="reason" label="Reason" />
          <Button>Send</Button>
        </Form>
      ),
    }),
  }),
  pageRoute({
    method: 'GET',
    path: '/list',
    who: 'signed in',
    handle: async ({ query }) => {
      const [wanted = ''] = listIn(query, 'name')
      const found = names.filter((name) => name.toLowerCase().includes(wanted))
      return {
        title: 'List',
        content: (
          <>
            <h1>List</h1>
            <form action={local`/list`} method="get" data-filter="found">
              <Field name="name" label="Name" value={wanted} />
              <Button>Show</Button>
            </form>
            <div id="found">
              <p data-found="">{`${found.length} found`}</p>
              <ul>
                {found.map((name) => (
                  <li>{name}</li>
                ))}
              </ul>
            </div>
          </>
        ),
      }
    },
  }),
]

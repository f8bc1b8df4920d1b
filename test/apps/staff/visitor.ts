/** A browser without a screen: follows redirections, keeps each server’s cookies, and shows the last page’s words. */
export interface Visiting {
  readonly status: number
  readonly url: URL
  readonly text: string
  readonly headers: Headers
}

/** What may be changed of an address on the way, as a forger would. */
export type Forged = (url: URL) => URL

const mostSteps = 15

/** A visitor with cookies of their own. */
export function newVisitor() {
  const jars = new Map<string, Map<string, string>>()
  const ask = async (url: URL, form?: Readonly<Record<string, string | readonly string[]>>) => {
    const jar = jars.get(url.host) ?? new Map<string, string>()
    jars.set(url.host, jar)
    const response = await fetch(url, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(form !== undefined && { origin: url.origin }),
      },
      ...(form !== undefined && { body: bodyOf(form) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const follow = async (response: Response, from: URL, forged: Forged): Promise<Visiting> => {
    let at = from
    let last = response
    for (let steps = 0; steps < mostSteps && last.headers.has('location'); steps++) {
      await last.body?.cancel()
      at = forged(new URL(last.headers.get('location') ?? '', at))
      last = await ask(at)
    }
    return { status: last.status, url: at, text: await last.text(), headers: last.headers }
  }
  return {
    cookies: (host: string) => jars.get(host) ?? new Map<string, string>(),
    async goTo(address: string, forged: Forged = (url) => url): Promise<Visiting> {
      const url = new URL(address)
      return follow(await ask(url), url, forged)
    },
    /** Sends the form of a page that has this action, with its hidden fields. */
    async send(
      page: Visiting,
      action: string,
      fields: Readonly<Record<string, string | readonly string[]>> = {},
    ): Promise<Visiting> {
      const url = new URL(action, page.url)
      return follow(await ask(url, { ...hiddenIn(page.text, action), ...fields }), url, (each) => each)
    },
  }
}

/** The hidden fields of the form with this action. */
export function hiddenIn(text: string, action: string): Readonly<Record<string, string>> {
  const form = text.split('<form ').find((each) => each.startsWith(`action="${action}"`)) ?? ''
  const fields = [
    ...(form.split('</form>')[0]?.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? []),
  ]
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]))
}

function bodyOf(form: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
  return new URLSearchParams(pairs)
}

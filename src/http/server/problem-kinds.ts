/** Every problem that the API may answer with: what it is called, its usual status, and what to do about it. */
export const problemKinds = {
  'cannot-be-read': {
    status: 400,
    title: 'The request cannot be read',
    says: 'The body is not JSON, or a parameter, a header or a cursor is not as documented. `errors` says where.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Nobody is signed in',
    says: 'Send an API key as `Authorization: Bearer …`, or sign in. A key that was revoked or has expired is no key.',
  },
  'not-allowed': {
    status: 403,
    title: 'This is not allowed',
    says: 'Whoever acts lacks the permission that the route names. An administrator can give it.',
  },
  'from-another-site': {
    status: 403,
    title: 'The request comes from another site',
    says: 'With a session in a cookie, what changes things must be asked by our own pages. Programs use an API key.',
  },
  'not-found': {
    status: 404,
    title: 'It cannot be found',
    says: 'There is no such thing, or it belongs to another landlord or another contractor: which of these is not said.',
  },
  'no-such-address': {
    status: 404,
    title: 'There is nothing at this address',
    says: 'The path is none of the API’s. `detail` names the nearest that is.',
  },
  'no-such-method': {
    status: 405,
    title: 'This address does not take this method',
    says: 'The header `Allow` lists the methods that it takes.',
  },
  'cannot-be-written-so': {
    status: 406,
    title: 'The answer cannot be given in this form',
    says: '`Accept` allows none of the content types that this route can answer in.',
  },
  'came-too-slowly': {
    status: 408,
    title: 'The request came too slowly',
    says: 'Send it again, whole. With an `Idempotency-Key` it is done once.',
  },
  'already-there': {
    status: 409,
    title: 'It is already there',
    says: 'Something with this id or name exists.',
  },
  'changed-meanwhile': {
    status: 409,
    title: 'Somebody else changed it meanwhile',
    says: 'Read it again and decide again. The status is 412 where the request carried `If-Match`, otherwise 409.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    says: '`detail` says how large it may be. Send it in parts.',
  },
  'wrong-content-type': {
    status: 415,
    title: 'The body has the wrong content type',
    says: '`detail` lists the content types that this route takes.',
  },
  'not-valid': {
    status: 422,
    title: 'Something in the request is not valid',
    says: 'The body can be read, but not taken. `errors` names each field with what is wrong and what to write instead.',
  },
  'needs-if-match': {
    status: 428,
    title: 'The request must say what it saw',
    says: 'Send the ETag of the thing as you read it in `If-Match`, so that nobody’s work is overwritten.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    says: 'Wait for as many seconds as `Retry-After` says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers of the request are too large',
    says: 'Send fewer or shorter headers.',
  },
  'our-mistake': {
    status: 500,
    title: 'Something went wrong on our side',
    says: 'Tell whoever runs Kept the `instance`: the log knows it by this. Nothing was changed.',
  },
  'cannot-answer-now': {
    status: 503,
    title: 'Kept cannot answer just now',
    says: 'The database is away, or the server is being stopped. Try again after as many seconds as `Retry-After` says.',
  },
  'took-too-long': {
    status: 503,
    title: 'This took too long',
    says: 'The work was cut off. Ask for less at once, or try again later.',
  },
} as const satisfies Readonly<
  Record<string, { readonly status: number; readonly title: string; readonly says: string }>
>

export type ProblemKind = keyof typeof problemKinds

import type { Route } from '#http/api/route.ts'
import {
  attachRoute,
  eraseAttachmentRoute,
  listAttachmentsRoute,
  readAttachmentRoute,
} from './attachment-routes.ts'
import {
  accessRoute,
  eraseCustomerRoute,
  erasuresRoute,
  retentionRoute,
  setRetentionRoute,
} from './protection-routes.ts'
import { eraseWordsRoute, readWordsRoute, writeWordsRoute } from './words-routes.ts'

/** What was said and written, who read it, how long it is kept, and its erasure. */
export const wordsRoutes: readonly Route[] = [
  readWordsRoute,
  writeWordsRoute,
  eraseWordsRoute,
  attachRoute,
  listAttachmentsRoute,
  readAttachmentRoute,
  eraseAttachmentRoute,
  accessRoute,
  eraseCustomerRoute,
  erasuresRoute,
  retentionRoute,
  setRetentionRoute,
]

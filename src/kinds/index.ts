import type { KindDefinition } from '#core/kind.ts'
import { accessRequest } from './access-request/kind.ts'
import { accessibleFormat } from './accessible-format/kind.ts'
import { antisocialBehaviour } from './antisocial-behaviour/kind.ts'
import { anyCase } from './any-case/kind.ts'
import { application } from './application/kind.ts'
import { appointment } from './appointment/kind.ts'
import { behaviour } from './behaviour/kind.ts'
import { call } from './call/kind.ts'
import { compensation } from './compensation/kind.ts'
import { complaint } from './complaint/kind.ts'
import { diary } from './diary/kind.ts'
import { enquiry } from './enquiry/kind.ts'
import { feedback } from './feedback/kind.ts'
import { nomination } from './nomination/kind.ts'
import { obligation } from './obligation/kind.ts'
import { observation } from './observation/kind.ts'
import { plannedWorks } from './planned-works/kind.ts'
import { profile } from './profile/kind.ts'
import { publication } from './publication/kind.ts'
import { receptionVisit } from './reception-visit/kind.ts'
import { rentAccount } from './rent-account/kind.ts'
import { repair } from './repair/kind.ts'
import { returned } from './return/kind.ts'
import { setting } from './setting/kind.ts'
import { survey } from './survey/kind.ts'
import { tenancy } from './tenancy/kind.ts'
import { training } from './training/kind.ts'
import { transfer } from './transfer/kind.ts'
import { voidHome } from './void/kind.ts'

/** Every kind there is, cases first, one line a kind; the glossary and the apps take them in this order. */
export const kinds: readonly KindDefinition[] = [
  call,
  enquiry,
  receptionVisit,
  appointment,
  complaint,
  repair,
  antisocialBehaviour,
  accessRequest,
  tenancy,
  rentAccount,
  application,
  nomination,
  transfer,
  voidHome,
  plannedWorks,
  accessibleFormat,
  behaviour,
  compensation,
  feedback,
  observation,
  survey,
  returned,
  obligation,
  publication,
  training,
  profile,
  diary,
  setting,
  anyCase,
]

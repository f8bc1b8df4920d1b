/** What of a landlord goes into an export, what only into a backup, and what into neither. */
export interface Whole {
  /** In every export and backup. */
  readonly exported: ReadonlySet<string>
  /** Of use to this installation alone: in backups. Each with its reason. */
  readonly backedUp: ReadonlyMap<string, string>
  /** Never: over by the time anybody would read it. Each with its reason. */
  readonly leftOut: ReadonlyMap<string, string>
}

/** Every table of a landlord stands here once; a new one must be decided upon before anything can be exported. */
export const whole: Whole = {
  exported: new Set([
    'landlords',
    'editions',
    'holiday_feeds',
    'terms',
    'terms_drafts',
    'cases',
    'events',
    'daily_roots',
    'clocks',
    'tallies',
    'words',
    'attachments',
    'attachment_uses',
    'access_log',
    'access_log_customers',
    'retention',
    'letter_templates',
    'letter_template_versions',
    'jargon',
    'letters',
    'erasures',
    'offices',
    'teams',
    'contractors',
    'staff',
    'homes',
    'customers',
    'customer_names',
    'contact_details',
    'representatives',
    'communication_needs',
    'customer_alerts',
    'profile_strands',
    'tenancies',
    'tenancy_customers',
    'imports',
    'import_rows',
    'people_log',
    'search_rows',
    'webhooks',
    'notices',
    'views',
    'notice_preferences',
    'digest_days',
    'verifications',
    'calls_recorded',
    'entitlement_looks',
    'access_copies',
    'access_copy_items',
    'access_redactions',
    'appointments',
    'appointment_staff',
    'visits',
    'diaries',
    'rooms',
    'absences',
    'rota_turns',
    'desks',
  ]),
  backedUp: new Map([
    ['sign_ins', 'passwords and second factors are for signing in here; elsewhere everybody is invited anew'],
    ['api_keys', 'programs that use this installation have keys to this one alone'],
    ['calendar_feeds', 'the address of a calendar leads to this installation alone'],
    ['contact_drafts', 'what somebody was typing is theirs alone, and a month old at most'],
    ['letter_drafts', 'what somebody was writing is theirs, on this installation'],
    ['outbox', 'mail that waits is sent from here; sent from two places, it would arrive twice'],
    [
      'webhook_deliveries',
      'deliveries that wait are made from here; made from two places, they would come twice',
    ],
  ]),
  leftOut: new Map([
    ['sessions', 'whoever was signed in signs in again'],
    ['reset_tokens', 'links by e-mail last an hour, and lead here'],
    ['tries', 'counts of wrong passwords, for an hour'],
    ['idempotency_keys', 'answers to requests that may be repeated, for a day'],
    ['task_runs', 'how jobs have gone on this machine'],
    ['presences', 'who has which case open, for some minutes'],
  ]),
}

/** Rows of these may be large, so few are read at a time: an attachment has up to 10 MB. */
export const rowsAtATime: ReadonlyMap<string, number> = new Map([
  ['attachments', 2],
  ['editions', 20],
  ['holiday_feeds', 20],
  ['terms_drafts', 20],
  ['outbox', 50],
  ['words', 200],
  ['verifications', 20],
  ['access_copy_items', 100],
])

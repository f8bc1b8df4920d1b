/** What an enquiry begins with, and what takes it up again once it has ended. */
export const beginnings: readonly string[] = ['contact-received', 'call-back-agreed']

/**
 * What an enquiry ends with. After it nothing is acknowledged, put off, asked about or made urgent until it is taken up again; a late
 * answer, a call and what was promised still come.
 */
export const ends: readonly string[] = ['enquiry-closed', 'outside-our-services']

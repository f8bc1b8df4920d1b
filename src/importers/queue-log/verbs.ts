/** What a verb of the queue log says of a call. */
export type Meaning =
  | 'offered'
  | 'answered'
  | 'abandoned'
  | 'left by key'
  | 'timed out'
  | 'emptied'
  | 'refused'
  | 'transferred'
  | 'ended by staff'
  | 'ended by caller'
  | 'dropped'
  | 'restart'
  | 'ignored'

/**
 * Every verb that Asterisk's queue application, or a distribution of it, is known to write, from its first
 * releases on. A verb that is not here is a fault, so that a new one is noticed.
 */
export const verbs: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['ENTERQUEUE', 'offered'],
  ['CONNECT', 'answered'],
  ['ABANDON', 'abandoned'],
  ['EXITWITHKEY', 'left by key'],
  ['EXITWITHTIMEOUT', 'timed out'],
  ['EXITEMPTY', 'emptied'],
  ['LEAVEEMPTY', 'emptied'],
  // Plain Asterisk writes nothing of a call that a full or unstaffed queue refused; some distributions do.
  ['FULL', 'refused'],
  ['JOINEMPTY', 'refused'],
  ['JOINUNAVAIL', 'refused'],
  ['TRANSFER', 'transferred'],
  ['BLINDTRANSFER', 'transferred'],
  ['ATTENDEDTRANSFER', 'transferred'],
  ['COMPLETEAGENT', 'ended by staff'],
  ['COMPLETECALLER', 'ended by caller'],
  // The two ends could not talk to each other, and the call was dropped before anybody spoke.
  ['SYSCOMPAT', 'dropped'],
  ['QUEUESTART', 'restart'],
  // A telephone rang and nobody took it: the caller still waits, and that wait is what is measured.
  ['RINGNOANSWER', 'ignored'],
  ['RINGCANCELED', 'ignored'],
  ['AGENTDUMP', 'ignored'],
  // Who was there to answer is about staff, not about a call.
  ['PAUSE', 'ignored'],
  ['UNPAUSE', 'ignored'],
  ['PAUSEALL', 'ignored'],
  ['UNPAUSEALL', 'ignored'],
  ['PENALTY', 'ignored'],
  ['RINGINUSE', 'ignored'],
  ['ADDMEMBER', 'ignored'],
  ['REMOVEMEMBER', 'ignored'],
  ['AGENTLOGIN', 'ignored'],
  ['AGENTLOGOFF', 'ignored'],
  ['AGENTCALLBACKLOGIN', 'ignored'],
  ['AGENTCALLBACKLOGOFF', 'ignored'],
  // The settings were read again; calls go on.
  ['CONFIGRELOAD', 'ignored'],
  // The number that was dialled, which some distributions note: a telephone number is not for the ledger.
  ['DID', 'ignored'],
])

/**
 * What the bot cannot solve: a case with a number, a promise and a holder, from the first word to the last.
 *
 * Pure but for the store it is given: {@link LIFECYCLE} says who may do what, an act makes a decision of it, and storage
 * keeps the decision in one transaction: the case, its event, the audit and whatever has to be sent.
 * {@link openStaffDesk} is the door of the console and the commands, {@link openLiaisonDesk} that of the liaison's page,
 * {@link TalkCases} that of the conversation, {@link openCaseWork} that of the jobs.
 *
 * @module
 */
export { close } from './acts/close.ts';
export { reopen } from './acts/reopen.ts';
export { supply } from './acts/supply.ts';
export { holidaysOf } from './calendar/holidays.ts';
export { openCalendar, type WorkingCalendar } from './calendar/workingCalendar.ts';
export {
  type Actor,
  type Attention,
  CASE_STATES,
  type Case,
  type CaseAbout,
  type CaseDoor,
  type CaseEvent,
  type CaseState,
  type ExportValue,
  OUTCOMES,
  type Outcome,
  type Personal,
  type TranscriptLine,
} from './case.ts';
export type { CaseDesk, Say } from './caseDesk.ts';
export { caseOfFault } from './caseOfFault.ts';
export type {
  CaseFilter,
  CaseStore,
  Moved,
  Opened,
  OutboxMail,
  OutboxState,
  OutboxTelling,
  Page,
  Sent,
  TalkCases,
  Told,
} from './caseStore.ts';
export type { Decide, Decision, Telling, TellingChoice } from './decision.ts';
export { type LiaisonAct, type LiaisonDesk, type LiaisonLook, openLiaisonDesk } from './liaisonDesk.ts';
export { type CaseSheet, type LiaisonPages, openLiaisonPages, type SheetLook } from './liaisonPages.ts';
export { type Act, type CaseRefusal, LIFECYCLE } from './lifecycle.ts';
export { caseFacts, eventLines, transcriptLines } from './mail/caseInWords.ts';
export type { OutgoingMail } from './mail/composeMail.ts';
export { maskOf, maskPersonal } from './masking.ts';
export { type CaseTalk, type Intake, type Opening, openCase, suggestedUnitFor } from './openCase.ts';
export { CENTRE } from './routing.ts';
export { type CaseSettings, caseSettingsSchema, type DayOff, type Rules } from './settings.ts';
export { type CaseFile, openStaffDesk, type StaffDesk } from './staffDesk.ts';
export { holderName } from './tellings.ts';
export { type CaseWork, type Notifier, openCaseWork } from './work.ts';

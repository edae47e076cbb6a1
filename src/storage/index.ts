/**
 * Where everything is kept: PostgreSQL, embedded or at `DATABASE_URL`, with all SQL and all migrations.
 *
 * Opened by `app.ts` and the commands only. A room that needs to keep something declares the interface it needs, and a
 * folder in here fulfils it.
 *
 * @module
 */

export { noteNotTold } from './cases/noteNotTold.ts';
export { openCaseStore } from './cases/openCaseStore.ts';
export {
  openCannedStore,
  openDraftStore,
  openNoticeStore,
  openQuestionStore,
  openReportStore,
  openTalkReader,
  openTodayStore,
  openUnansweredStore,
} from './console/index.ts';

export { type EmbeddedPostgres, startEmbeddedPostgres } from './embeddedPostgres/startEmbeddedPostgres.ts';
export { openKnowledgeStore } from './knowledge/openKnowledgeStore.ts';
export { NEWS_TOPICS } from './newsTopics.ts';
export type { Announcements } from './openAnnouncements.ts';
export { openBotServiceTalks } from './openBotServiceTalks.ts';
export type { Database } from './openDatabase.ts';
export { type Job, openJobs } from './openJobs.ts';
export { openStorage, type Storage, type StorageOptions } from './openStorage.ts';
export { openAuditLog, openStaffStore } from './staff/index.ts';
export { type CaseOfFault, openTurns, openWebTalks } from './talks/index.ts';
export { openWhatsAppInbox, openWhatsAppOutbox } from './whatsapp/index.ts';

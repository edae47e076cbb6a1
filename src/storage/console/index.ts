/**
 * Keeps what the console needs kept, and reads what it shows.
 *
 * @module
 */
export { openCannedStore } from './openCannedStore.ts';
export { openDraftStore } from './openDraftStore.ts';
export { openNoticeStore } from './openNoticeStore.ts';
export { openQuestionStore } from './openQuestionStore.ts';
export { openReportStore } from './openReportStore.ts';
export { openTalkReader } from './openTalkReader.ts';
export { openTodayStore } from './openTodayStore.ts';
export { openUnansweredStore } from './openUnansweredStore.ts';

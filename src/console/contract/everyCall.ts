import * as account from './account.ts';
import * as bundles from './bundles.ts';
import type { Call } from './call.ts';
import * as canned from './canned.ts';
import * as cases from './cases.ts';
import * as excel from './excel.ts';
import * as holidays from './holidays.ts';
import * as knowledge from './knowledge.ts';
import * as news from './news.ts';
import * as notices from './notices.ts';
import * as reports from './reports.ts';
import * as staff from './staff.ts';
import * as suggestions from './suggestions.ts';
import * as talks from './talks.ts';
import * as today from './today.ts';
import * as unanswered from './unanswered.ts';

/** Every call there is, for who must know them all: the page's words for the audit log, and tests of the gates. */
export const EVERY_CALL: readonly Call[] = [
  account,
  staff,
  knowledge,
  bundles,
  excel,
  holidays,
  today,
  unanswered,
  cases,
  talks,
  notices,
  canned,
  suggestions,
  news,
  reports,
].flatMap((page) => Object.values(page as Record<string, unknown>).filter(isCall));

function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'path' in value && 'act' in value;
}

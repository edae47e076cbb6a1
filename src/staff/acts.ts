import { ROLES, type Role } from './roles.ts';

const EDITORS: readonly Role[] = ['editor', 'publisher', 'administrator'];
const PUBLISHERS: readonly Role[] = ['publisher', 'administrator'];
const CASE_OFFICERS: readonly Role[] = ['case-officer', 'administrator'];
const CALENDAR_KEEPERS: readonly Role[] = ['publisher', 'case-officer', 'administrator'];
const WRITERS: readonly Role[] = ['editor', 'publisher', 'case-officer', 'administrator'];
const ADMINISTRATORS: readonly Role[] = ['administrator'];

/**
 * Who may do what, one sentence a line: "read the knowledge: every role". The console shows the same lines, from
 * `console:acts`, and every call of the contract names one of them.
 */
export const ACTS = {
  'see-today': ROLES,
  'read-knowledge': ROLES,
  'try-answers': ROLES,
  'export-knowledge': ROLES,
  'read-unanswered': ROLES,
  'read-reports': ROLES,
  'keep-own-account': ROLES,
  'write-drafts': EDITORS,
  'read-canned': WRITERS,
  'write-canned': EDITORS,
  'settle-unanswered': EDITORS,
  'publish-knowledge': PUBLISHERS,
  'settle-proposals': PUBLISHERS,
  'import-knowledge': PUBLISHERS,
  'recall-answers': PUBLISHERS,
  'keep-calendar': CALENDAR_KEEPERS,
  'read-talks': CASE_OFFICERS,
  'answer-talks': CASE_OFFICERS,
  'read-cases': CASE_OFFICERS,
  'work-cases': CASE_OFFICERS,
  'suggest-knowledge': CASE_OFFICERS,
  'read-audit': ADMINISTRATORS,
  'manage-staff': ADMINISTRATORS,
} as const satisfies Record<string, readonly Role[]>;
export type Act = keyof typeof ACTS;

/** Every act, in the order in which they are shown. */
export const ACT_NAMES = Object.keys(ACTS) as Act[];

/** Whether somebody with these roles may do it. */
export function mayDo(roles: readonly Role[], act: Act): boolean {
  return ACTS[act].some((role) => roles.includes(role));
}

import type { Role } from '../../../src/staff/index.ts';

const ALL = ['viewer', 'editor', 'publisher', 'case-officer', 'administrator'] as const;
const WRITERS = ['editor', 'publisher', 'administrator'] as const;
const PUBLISHERS = ['publisher', 'administrator'] as const;
const OFFICERS = ['case-officer', 'administrator'] as const;

/**
 * Who may make which call, written down once more by hand: a call that is added without a line here, or whose act lets
 * somebody else in, is found by the tests.
 */
const WHO_MAY: readonly (readonly [readonly Role[] | 'anyone', string])[] = [
  [
    'anyone',
    'accept-invitation begin-single-sign-on confirm-sign-in finish-single-sign-on read-invitation sign-in who-am-i',
  ],
  [
    ALL,
    'begin-second-factor change-password confirm-second-factor end-second-factor end-session list-sessions sign-out',
  ],
  [ALL, 'check-bundle check-draft download-knowledge list-reviews list-rows list-titles read-bundle read-row'],
  [ALL, 'list-entry-names list-set-aside list-unanswered list-holidays try-question'],
  [ALL, 'download-report read-report read-today'],
  [WRITERS, 'discard-draft save-draft submit-draft add-phrasings restore-set-aside set-aside'],
  [WRITERS, 'remove-canned save-canned'],
  [[...WRITERS, 'case-officer'], 'list-canned'],
  [PUBLISHERS, 'discard-bundle publish-bundle publish-draft restore-revision return-draft settle-proposal'],
  [PUBLISHERS, 'apply-import preview-import'],
  [
    PUBLISHERS,
    'count-askers list-answered list-notices make-notice read-notice send-notice set-notice-aside tell-askers',
  ],
  [[...PUBLISHERS, 'case-officer'], 'drop-holiday keep-holiday'],
  [OFFICERS, 'act-on-case list-cases list-units read-case suggest-from-case'],
  [OFFICERS, 'give-talk-back list-talks read-talk say-in-talk suggest-from-talk take-talk wait-for-news'],
  [['administrator'], 'change-staff invite-staff list-staff reset-password search-audit withdraw-invitation'],
];

/** The same, by call. */
export const ROLES_OF_CALL: ReadonlyMap<string, readonly Role[] | 'anyone'> = new Map(
  WHO_MAY.flatMap(([roles, calls]) => calls.split(' ').map((call) => [call, roles] as const)),
);

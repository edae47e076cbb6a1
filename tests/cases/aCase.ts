import type { Case, Rules } from '../../src/cases/index.ts';
import { caseSettingsSchema } from '../../src/cases/index.ts';
import { UNIT } from '../support/testCaseDesk.ts';

/** Monday, 13 July 2026, 09.00 WIB. */
export const MONDAY = new Date('2026-07-13T02:00:00Z');

/** The rules as shipped. */
export const RULES: Rules = { settings: caseSettingsSchema.parse({}), daysOff: [] };

/** A case with a unit, filled in; a test says only what it is about. */
export function aCase(part: Partial<Case> = {}): Case {
  return {
    number: 'FTA-2026-00042',
    conversationKey: 'talk',
    exporterKey: 'exporter',
    channel: 'web',
    language: 'id',
    door: 'unsolved',
    subject: 'ska//',
    topic: 'ska',
    agreement: null,
    product: null,
    destination: null,
    isUrgent: false,
    isShared: true,
    suggestedUnit: UNIT,
    personal: { problem: 'SKA saya ditolak', transcript: [] },
    openedAt: MONDAY,
    version: 1,
    shownVersion: 1,
    erasedAt: null,
    state: 'with-liaison',
    unit: UNIT,
    needsCoordination: false,
    firstReplyAt: null,
    acceptedAt: null,
    answeredAt: null,
    closedAt: null,
    outcome: null,
    isResolved: null,
    exportValue: null,
    mergedInto: null,
    handledBy: null,
    waitingSince: null,
    dueAt: new Date('2026-07-16T09:00:00Z'),
    dueFor: 'acceptance',
    promisedAt: new Date('2026-07-20T09:00:00Z'),
    reminders: 0,
    nextCheckAt: new Date('2026-07-15T09:00:00Z'),
    attention: null,
    ...part,
  };
}

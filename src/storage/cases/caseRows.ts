import type { Selectable } from 'kysely';
import type { Actor, Case, CaseEvent, CaseStanding } from '../../cases/case.ts';
import type { CaseEventsTable, CasesTable } from '../tables.ts';

/** A case as the room knows it. */
export function caseOf(row: Selectable<CasesTable>): Case {
  return {
    number: row.case_number,
    conversationKey: row.conversation_key,
    exporterKey: row.exporter_key,
    channel: row.channel,
    language: row.language,
    door: row.door as Case['door'],
    subject: row.subject,
    topic: row.topic,
    agreement: row.agreement,
    product: row.product,
    destination: row.destination,
    isShared: row.is_shared,
    suggestedUnit: row.suggested_unit,
    personal: row.personal as Case['personal'],
    openedAt: row.opened_at,
    version: row.version,
    shownVersion: row.shown_version,
    erasedAt: row.erased_at,
    ...standingOf(row),
  };
}

function standingOf(row: Selectable<CasesTable>): CaseStanding {
  return {
    state: row.state,
    unit: row.unit,
    needsCoordination: row.needs_coordination,
    firstReplyAt: row.first_reply_at,
    acceptedAt: row.accepted_at,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    outcome: row.outcome as CaseStanding['outcome'],
    isResolved: row.is_resolved,
    exportValue: exportValueOf(row),
    mergedInto: row.merged_into,
    handledBy: row.handled_by,
    isUrgent: row.is_urgent,
    waitingSince: row.waiting_since,
    dueAt: row.due_at,
    dueFor: row.due_for,
    promisedAt: row.promised_at,
    reminders: row.reminders,
    nextCheckAt: row.next_check_at,
    attention: row.attention as CaseStanding['attention'],
  };
}

function exportValueOf({ export_value, export_currency }: Selectable<CasesTable>): CaseStanding['exportValue'] {
  if (export_value === null || export_currency === null) return null;
  return { amount: Number(export_value), currency: export_currency };
}

/** The columns of the part that moves change. */
export function standingRow(standing: CaseStanding) {
  return {
    state: standing.state,
    unit: standing.unit,
    needs_coordination: standing.needsCoordination,
    first_reply_at: standing.firstReplyAt,
    accepted_at: standing.acceptedAt,
    answered_at: standing.answeredAt,
    closed_at: standing.closedAt,
    outcome: standing.outcome,
    is_resolved: standing.isResolved,
    export_value: standing.exportValue?.amount ?? null,
    export_currency: standing.exportValue?.currency ?? null,
    merged_into: standing.mergedInto,
    handled_by: standing.handledBy,
    is_urgent: standing.isUrgent,
    waiting_since: standing.waitingSince,
    due_at: standing.dueAt,
    due_for: standing.dueFor,
    promised_at: standing.promisedAt,
    reminders: standing.reminders,
    next_check_at: standing.nextCheckAt,
    attention: standing.attention,
  };
}

/** An event as the room knows it. */
export function eventOf(row: Selectable<CaseEventsTable>): CaseEvent {
  return {
    version: row.version,
    kind: row.kind as CaseEvent['kind'],
    actor: actorOf(row),
    state: row.state,
    words: row.words,
    detail: row.detail as CaseEvent['detail'],
    at: row.happened_at,
  };
}

/** Who it was, from the two columns that say so. */
export function actorOf(row: { actor_kind: string; actor: string | null }): Actor {
  return { kind: row.actor_kind as Actor['kind'], ...(row.actor !== null && { name: row.actor }) };
}

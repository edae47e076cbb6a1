import { keyOfRow } from '../../../knowledge/index.ts';
import type { discardDraft, returnDraft, saveDraft, submitDraft } from '../../contract/knowledge.ts';
import type { Caller } from '../desk.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import type { Draft, Saved } from './draftStore.ts';
import { examine, isBlocked } from './gate.ts';
import { draftReply } from './readRow.ts';

/** Keeps what was written; a change of what waits for review takes it out of review. */
export function saveDraftWith(bench: Bench): Handler<typeof saveDraft> {
  return async ({ params: { table, key }, body: { version, value, ...rest }, caller }) => {
    const named = value && keyOfRow(table, value);
    if (named && named !== key) return { kind: 'wrong-key', key: named };
    const draft = { ...NEW_DRAFT, ...rest, table, key, value, ...by(bench, caller) };
    return reply(bench, await bench.drafts.save(draft, version), caller);
  };
}

const NOT_APPROVED = { approvedBy: null, reason: null, publishAt: null, material: null };

/** Who goes on writing a draft of a bundle takes it out of there. */
const NEW_DRAFT = { ...NOT_APPROVED, state: 'draft', bundle: null } as const;

export function discardDraftWith({ drafts }: Bench): Handler<typeof discardDraft> {
  return async ({ params: { table, key }, body: { version } }) => ({
    kind: (await drafts.remove(table, key, version)) ? 'discarded' : 'conflict',
  });
}

/** Sends a draft to a second person once it is whole. It stays the work of who wrote it, whoever sends it. */
export function submitDraftWith(bench: Bench): Handler<typeof submitDraft> {
  return async ({ params: { table, key }, body: { version, note }, caller }) => {
    const draft = await bench.drafts.find(table, key);
    if (!draft || draft.version !== version) return reply(bench, { kind: 'conflict', draft }, caller);
    const findings = examine((await bench.live()).rows, draft, bench.desk.clock());
    if (isBlocked(findings)) return { kind: 'blocked', findings };
    const saved = await bench.drafts.save({ ...draft, state: 'in-review', note }, version);
    return reply(bench, saved, caller);
  };
}

/** Gives it back; whose draft it is stays as it was. */
export function returnDraftWith(bench: Bench): Handler<typeof returnDraft> {
  return async ({ params: { table, key }, body: { version, note }, caller }) => {
    const draft = await bench.drafts.find(table, key);
    if (!draft) return { kind: 'conflict', draft: null };
    return reply(bench, await bench.drafts.save({ ...draft, ...NEW_DRAFT, note }, version), caller);
  };
}

function by({ desk }: Bench, { member }: Caller): Pick<Draft, 'editedBy' | 'editedAt'> {
  return { editedBy: member.id, editedAt: desk.clock() };
}

async function reply(bench: Bench, saved: Saved, caller: Caller) {
  if (saved.kind === 'saved') return saved;
  return { kind: 'conflict' as const, draft: saved.draft && (await draftReply(bench, saved.draft, caller)) };
}

import { contentHash, type Origin, type RowChange } from '../../../knowledge/index.ts';
import { mayDo } from '../../../staff/index.ts';
import type { publishDraft, restoreRevision } from '../../contract/knowledge.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import { compareDrafts } from './checkDraft.ts';
import type { Draft } from './draftStore.ts';
import { examine, isBlocked } from './gate.ts';

/**
 * Publishes a draft, or approves it for a later moment.
 *
 * The gate: a second person, no errors, and changed answers accepted. Where nobody else may publish, there is no second
 * person to wait for; the audit row says that it was published alone.
 */
export function publishDraftWith(bench: Bench): Handler<typeof publishDraft> {
  return async ({ params: { table, key }, body, caller, note }) => {
    const draft = await bench.drafts.find(table, key);
    if (!draft || draft.version !== body.version) return { kind: 'conflict' };
    const isAlone = draft.editedBy === caller.member.id;
    note({ reason: body.reason, isAlone, revision: draft.baseRevision + 1, isMaterial: body.material !== null });
    if (isAlone && (await hasSecondPerson(bench, caller.member.id))) return { kind: 'second-person' };
    const findings = examine((await bench.live()).rows, draft, bench.desk.clock());
    if (isBlocked(findings)) return { kind: 'blocked', findings };
    const { changed, changedCount } = body.acceptedChanges ? NONE : await compareDrafts(bench, [draft]);
    if (changedCount > 0) return { kind: 'changes', changed: [...changed], changedCount };
    const approved = { ...draft, material: body.material, isMaterial: body.material !== null };
    if (body.publishAt) return schedule(bench, approved, caller.member.name, body.reason, new Date(body.publishAt));
    return publishNow(bench, approved, caller.member.name, body.reason);
  };
}

const NONE = { changed: [], changedCount: 0 };

/** Whether anybody else may publish. */
export async function hasSecondPerson({ desk }: Bench, memberId: string): Promise<boolean> {
  const members = await desk.staff.listMembers();
  return members.some(({ id, isActive, roles }) => id !== memberId && isActive && mayDo(roles, 'publish-knowledge'));
}

async function schedule({ drafts }: Bench, draft: Draft, approvedBy: string, reason: string, publishAt: Date) {
  const saved = await drafts.save({ ...draft, state: 'scheduled', approvedBy, reason, publishAt }, draft.version);
  if (saved.kind === 'conflict') return { kind: 'conflict' as const };
  return { kind: 'scheduled' as const, publishAt: publishAt.toISOString() };
}

/** Publishes a draft as it stands and takes it off the desk. */
export async function publishNow({ store, drafts, desk }: Bench, draft: Draft, author: string, reason: string) {
  const outcome = await store.publish([changeOf(draft)], { author, reason, origin: STAFF }, desk.clock());
  if (outcome.kind === 'conflict') return { kind: 'conflict' as const };
  await drafts.remove(draft.table, draft.key, draft.version);
  return outcome;
}

const STAFF: Origin = 'staff';

type Published = Pick<Draft, 'table' | 'key' | 'value' | 'baseRevision' | 'material'>;

/** A draft as the store publishes it. */
export function changeOf({ table, key, value, baseRevision, material = null }: Published): RowChange {
  return { table, key, value, hash: value === null ? null : contentHash(value), baseRevision, material };
}

/** Publishes an earlier revision again. It was reviewed once; what has become wrong since still blocks it. */
export function restoreRevisionWith(bench: Bench): Handler<typeof restoreRevision> {
  return async ({ params: { table, key }, body: { revision, reason, material }, caller, note }) => {
    const history = await bench.store.readHistory(table, key);
    const wanted = history.find((one) => one.revision === revision);
    if (!wanted || wanted.value === null) return { kind: 'unknown' };
    note({ revision, reason, isMaterial: material !== null });
    const change = { table, key, value: wanted.value, baseRevision: history[0]?.revision ?? 0, material };
    const findings = examine((await bench.live()).rows, change, bench.desk.clock());
    if (isBlocked(findings)) return { kind: 'blocked', findings };
    const by = { author: caller.member.name, reason, origin: STAFF };
    const outcome = await bench.store.publish([changeOf(change)], by, bench.desk.clock());
    return outcome.kind === 'conflict' ? { kind: 'conflict' } : outcome;
  };
}

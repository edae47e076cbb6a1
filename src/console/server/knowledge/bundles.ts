import { createHash } from 'node:crypto';
import { Refusal } from '../../../channels/http/index.ts';
import type { LiveRow } from '../../../knowledge/index.ts';
import * as calls from '../../contract/bundles.ts';
import type { Bundle, GateFinding } from '../../contract/knowledge.ts';
import type { Caller } from '../desk.ts';
import { inThread } from '../excel/inThread.ts';
import type { Serve } from '../serve.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import { compareDrafts } from './checkDraft.ts';
import type { Draft } from './draftStore.ts';
import { isBlocked } from './gate.ts';
import { changeOf, hasSecondPerson } from './publishDraft.ts';
import { titleOf } from './titleOf.ts';

type Value = Record<string, unknown> | null;

/** Drafts of one import, reviewed and published together. */
export function bundleRoutes({ serve }: Serve, bench: Bench) {
  return [
    serve(calls.readBundle, readBundleWith(bench)),
    serve(calls.checkBundle, async ({ params: { bundle } }) => {
      const drafts = await draftsOf(bench, bundle);
      const findings = await findingsOf(bench, drafts);
      const compared = isBlocked(findings) ? NOTHING : await compareDrafts(bench, drafts);
      return { findings: findings.slice(0, MOST_FINDINGS), ...compared, changed: [...compared.changed] };
    }),
    serve(calls.publishBundle, publishBundleWith(bench)),
    serve(calls.discardBundle, async ({ params: { bundle } }) => ({ count: await bench.drafts.removeBundle(bundle) })),
  ];
}

const NOTHING = { changed: [], changedCount: 0, questionCount: 0 };
const MOST_FINDINGS = 200;

async function draftsOf({ drafts }: Bench, bundle: string): Promise<[Draft, ...Draft[]]> {
  const [first, ...rest] = await drafts.listBundle(bundle);
  if (!first) throw new Refusal(404, 'NotFound', 'There is no such bundle.');
  return [first, ...rest];
}

/** What all drafts of a bundle have in common. */
export function bundleOf(drafts: readonly Draft[], nameOf: (memberId: string) => string, caller: Caller): Bundle {
  const [first] = drafts as [Draft];
  return {
    ...{ id: String(first.bundle), count: drafts.length, note: first.note, editedBy: nameOf(first.editedBy) },
    isMine: first.editedBy === caller.member.id,
    editedAt: first.editedAt.toISOString(),
  };
}

function readBundleWith(bench: Bench): Handler<typeof calls.readBundle> {
  return async ({ params, query: { page, size }, caller }) => {
    const [drafts, live] = await Promise.all([draftsOf(bench, params.bundle), bench.live()]);
    const rows = drafts.slice((page - 1) * size, page * size).map(({ table, key, value }) => ({
      ...{ table, key, value: value as Value, title: titleOf(table, value) },
      live: (live.find(table, key)?.value ?? null) as Value,
    }));
    const editor = await bench.desk.staff.findMember(drafts[0].editedBy);
    return {
      bundle: bundleOf(drafts, () => editor?.name ?? '', caller),
      mark: markOf(drafts),
      rows,
      total: drafts.length,
    };
  };
}

function markOf(drafts: readonly Draft[]): string {
  const hash = createHash('sha256');
  for (const { table, key, version } of drafts) hash.update(JSON.stringify([table, key, version]));
  return hash.digest('hex');
}

/** What is wrong with them together; a row that was published anew since is a fault of its own. */
async function findingsOf(bench: Bench, drafts: readonly Draft[]): Promise<GateFinding[]> {
  const live = await bench.live();
  const moved = drafts.filter(
    ({ table, key, baseRevision }) => (live.find(table, key)?.revision ?? 0) !== baseRevision,
  );
  if (moved.length > 0) return moved.map(movedFinding);
  // Thousands of rows: held together in a thread, so that exporters are answered meanwhile.
  return inThread('examine', { rows: live.rows, changes: drafts, now: bench.desk.clock() });
}

function movedFinding({ table, key }: Pick<LiveRow, 'table' | 'key'>): GateFinding {
  const place = { path: [], row: `${table}/${key}` };
  return { level: 'error', code: 'moved', values: {}, message: 'another revision was published', ...place };
}

/** The same gate as for one draft: a second person, no errors, changed answers accepted. */
function publishBundleWith(bench: Bench): Handler<typeof calls.publishBundle> {
  return async ({ params, body: { mark, reason, acceptedChanges }, caller, note }) => {
    const drafts = await draftsOf(bench, params.bundle);
    if (markOf(drafts) !== mark) return { kind: 'conflict' };
    const isAlone = drafts.some(({ editedBy }) => editedBy === caller.member.id);
    note({ reason, isAlone, rows: drafts.length });
    if (isAlone && (await hasSecondPerson(bench, caller.member.id))) return { kind: 'second-person' };
    const findings = await findingsOf(bench, drafts);
    if (isBlocked(findings)) return { kind: 'blocked', findings: findings.slice(0, MOST_FINDINGS) };
    const { changed, changedCount } = acceptedChanges ? NOTHING : await compareDrafts(bench, drafts);
    if (changedCount > 0) return { kind: 'changes', changed: [...changed], changedCount };
    const by = { author: caller.member.name, reason, origin: 'import' } as const;
    const outcome = await bench.store.publish(drafts.map(changeOf), by, bench.desk.clock());
    if (outcome.kind === 'conflict') return { kind: 'conflict' };
    await bench.drafts.removeBundle(params.bundle);
    return outcome;
  };
}

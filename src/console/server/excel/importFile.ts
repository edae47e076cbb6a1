import type { applyImport, previewImport } from '../../contract/excel.ts';
import type { Bench } from '../knowledge/bench.ts';
import type { Handler } from '../serveCall.ts';
import { inThread, TooMuch } from './inThread.ts';
import type { Moved } from './movedRows.ts';
import type { ImportPlan } from './planImport.ts';
import type { Standing } from './standing.ts';

/** Says what a file would change. */
export function previewImportWith(bench: Bench): Handler<typeof previewImport> {
  return async ({ body, query: { language } }) => {
    const plan = await planOf(bench, body as Uint8Array, language);
    return 'kind' in plan ? plan : { kind: 'preview', preview: plan.preview };
  };
}

/**
 * Writes what the preview has named as drafts in review; the same file again finds them there and writes nothing.
 *
 * They are one bundle, so that a second person reviews and publishes them together.
 */
export function applyImportWith(bench: Bench): Handler<typeof applyImport> {
  return async ({ body, query: { language, plan: named, reason }, caller, note }) => {
    const plan = await planOf(bench, body as Uint8Array, language);
    if ('kind' in plan) return plan;
    const { changes, preview } = plan;
    if (changes.length === 0) return { kind: 'applied', drafts: 0, bundle: null };
    if (preview.plan !== named) return { kind: 'changed', preview };
    const bundle = bench.desk.newId();
    const by = { editedBy: caller.member.id, editedAt: bench.desk.clock(), note: reason, bundle };
    const taken = await bench.drafts.saveNew(changes.map((change) => ({ ...change, ...IN_REVIEW, ...by })));
    if (taken.length > 0) {
      const again = await planOf(bench, body as Uint8Array, language);
      return 'kind' in again ? again : { kind: 'changed', preview: again.preview };
    }
    note({ subject: bundle, reason, drafts: changes.length });
    return { kind: 'applied', drafts: changes.length, bundle };
  };
}

const IN_REVIEW = { state: 'in-review', isMaterial: false, approvedBy: null, reason: null, publishAt: null } as const;

interface NotRead {
  readonly kind: 'unreadable';
  readonly code: 'not-xlsx' | 'too-big' | 'too-many-rows' | 'too-slow';
}

async function planOf(bench: Bench, bytes: Uint8Array, language: 'id' | 'en'): Promise<ImportPlan | NotRead> {
  try {
    const standing = await standingOf(bench, language);
    const first = await inThread('plan', { bytes, standing });
    const needs = typeof first === 'object' && 'needs' in first ? first.needs : [];
    const bases = await basesOf(bench, needs);
    const plan = needs.length > 0 ? await inThread('plan', { bytes, standing: { ...standing, bases } }) : first;
    if (typeof plan === 'string') return { kind: 'unreadable', code: plan };
    if ('needs' in plan) throw new Error('the thread asks again for what it was told');
    return plan;
  } catch (error) {
    if (error instanceof TooMuch) return { kind: 'unreadable', code: 'too-slow' };
    throw error;
  }
}

async function standingOf(bench: Bench, language: 'id' | 'en'): Promise<Standing> {
  const [{ rows }, drafts, retired, members] = await Promise.all([
    bench.live(),
    bench.drafts.list(),
    bench.store.readRetired(),
    bench.desk.staff.listMembers(),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return {
    rows,
    drafts: drafts.map(({ table, key, value, editedBy }) => ({
      table,
      key,
      value,
      editedBy: names.get(editedBy) ?? '',
    })),
    retired: new Set(retired.map(({ table, key }) => `${table}/${key}`)),
    bases: null,
    language,
    now: bench.desk.clock(),
  };
}

/** What rows said that have moved on since the file was made. */
async function basesOf({ store }: Bench, moved: readonly Moved[]): Promise<ReadonlyMap<string, unknown>> {
  const bases = new Map<string, unknown>();
  for (const { table, key, revision } of moved) {
    const then = (await store.readHistory(table, key)).find((one) => one.revision === revision);
    if (then && then.value !== null) bases.set(`${table}/${key}@${revision}`, then.value);
  }
  return bases;
}

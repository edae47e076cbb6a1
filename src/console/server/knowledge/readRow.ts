import { Refusal } from '../../../channels/http/index.ts';
import type { LiveRow, Revision } from '../../../knowledge/index.ts';
import type { DraftOfRow, readRow } from '../../contract/knowledge.ts';
import type { Caller } from '../desk.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import type { Draft } from './draftStore.ts';
import type { LiveRows } from './liveRows.ts';
import { staleLanguage } from './staleLanguage.ts';
import { titleOf } from './titleOf.ts';

const MOST_REVISIONS = 50;

type Value = Record<string, unknown> | null;

/** A row, its draft, its history, and what cites it. */
export function readRowWith(bench: Bench): Handler<typeof readRow> {
  return async ({ params: { table, key }, caller }) => {
    const [live, draft, history] = await Promise.all([
      bench.live(),
      bench.drafts.find(table, key),
      bench.store.readHistory(table, key),
    ]);
    const row = live.find(table, key);
    if (!row && !draft && history.length === 0) throw new Refusal(404, 'NotFound', 'There is no such row.');
    return {
      table,
      key,
      title: titleOf(
        table,
        draft?.value ?? row?.value ?? history.find(({ value }) => value !== null)?.value ?? { id: key },
      ),
      live: row ? { revision: row.revision, value: row.value as Value } : null,
      draft: draft && (await draftReply(bench, draft, caller)),
      history: history.slice(0, MOST_REVISIONS).map(revisionReply),
      stale: staleLanguage(history, draft?.value),
      citedBy: table === 'regulations' || table === 'documents' ? citing(live, key) : [],
    };
  };
}

/** A draft as the page reads it, with the name of who wrote it. */
export async function draftReply({ desk }: Bench, draft: Draft, caller: Caller): Promise<DraftOfRow> {
  const { value, baseRevision, version, state, note, isMaterial, editedAt, publishAt } = draft;
  const editor = await desk.staff.findMember(draft.editedBy);
  return {
    ...{ value: value as Value, baseRevision, version, state, note, isMaterial },
    editedBy: editor?.name ?? '',
    isMine: draft.editedBy === caller.member.id,
    editedAt: editedAt.toISOString(),
    publishAt: publishAt?.toISOString() ?? null,
  };
}

function revisionReply({ value, publishedAt, ...rest }: Revision) {
  return { ...rest, value: value as Value, publishedAt: publishedAt.toISOString() };
}

function citing({ rows }: LiveRows, key: string) {
  return rows
    .filter((row) => cites(row, key))
    .map(({ table, key: citer, value }) => ({
      table,
      key: citer,
      title: titleOf(table, value),
    }));
}

/** Sources stand at any depth: facts carry their own. */
function cites({ value }: LiveRow, key: string): boolean {
  return JSON.stringify(value).includes(`"${key}"`) && (value as { id?: string }).id !== key;
}

import type { Transaction } from 'kysely';
import type { Decide, MergeReport, PublishedBy } from '../../knowledge/knowledgeStore.ts';
import type { FileRow, MergeStep, StoredRow } from '../../knowledge/mergeRow.ts';
import type { Tables } from '../tables.ts';
import { type KeptChange, keepVersion, lockKnowledge } from './publish.ts';

type Work = Transaction<Tables>;
type Stored = StoredRow & { readonly revision: number };

const BY_FILES: PublishedBy = { author: 'knowledge/', reason: 'files', origin: 'file' };

/** Merges the rows of the files into the store, as `decide` says for each; all of it is one publish. */
export async function mergeFiles(
  work: Work,
  files: readonly FileRow[],
  decide: Decide,
  now: Date,
): Promise<MergeReport> {
  await lockKnowledge(work);
  const stored = await readStored(work);
  const byName = new Map(files.map((file) => [nameOf(file.table, file.key), file]));
  const names = new Set([...byName.keys(), ...stored.keys()]);
  const steps = [...names].map((name) => {
    const [file, row] = [byName.get(name), stored.get(name)];
    return { name, file, row, step: decide(file, row) };
  });
  const of = (...kinds: MergeStep[]) => steps.filter(({ step }) => kinds.includes(step));
  const changes = of('add', 'revise', 'retire').map(({ name, file, row }) => changeOf(name, file, row));
  if (changes.length > 0) await keepVersion(work, changes, BY_FILES, now);
  for (const { file } of of('propose', 'note')) if (file) await noteHash(work, file);
  for (const { file } of of('propose')) if (file) await propose(work, file, now);
  return {
    added: of('add').length,
    revised: of('revise').length,
    retired: of('retire').length,
    proposed: of('propose').length,
  };
}

async function readStored(work: Work): Promise<Map<string, Stored>> {
  const rows = await work
    .selectFrom('knowledge_rows as row')
    .innerJoin('knowledge_revisions as revision', (on) =>
      on
        .onRef('revision.table_name', '=', 'row.table_name')
        .onRef('revision.row_key', '=', 'row.row_key')
        .onRef('revision.revision', '=', 'row.revision'),
    )
    .select(['row.table_name', 'row.row_key', 'row.revision', 'row.is_live', 'row.file_hash'])
    .select(['revision.origin', 'revision.content_hash'])
    .execute();
  return new Map(
    rows.map((row) => [
      nameOf(row.table_name, row.row_key),
      {
        revision: row.revision,
        isLive: row.is_live,
        fileHash: row.file_hash,
        liveOrigin: row.origin,
        liveHash: row.content_hash,
      },
    ]),
  );
}

/** No table has a slash in its name. */
function nameOf(table: string, key: string): string {
  return `${table}/${key}`;
}

function changeOf(name: string, file: FileRow | undefined, row: Stored | undefined): KeptChange {
  const slash = name.indexOf('/');
  return {
    table: name.slice(0, slash),
    key: name.slice(slash + 1),
    value: file?.value ?? null,
    hash: file?.hash ?? null,
    baseRevision: row?.revision ?? 0,
    ...(file && { fileHash: file.hash }),
  };
}

async function noteHash(work: Work, { table, key, hash }: FileRow): Promise<void> {
  await work
    .updateTable('knowledge_rows')
    .set({ file_hash: hash })
    .where('table_name', '=', table)
    .where('row_key', '=', key)
    .execute();
}

async function propose(work: Work, { table, key, value }: FileRow, now: Date): Promise<void> {
  const proposal = { value: JSON.stringify(value), proposed_at: now };
  await work
    .insertInto('knowledge_proposals')
    .values({ table_name: table, row_key: key, ...proposal })
    .onConflict((conflict) => conflict.columns(['table_name', 'row_key']).doUpdateSet(proposal))
    .execute();
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Entry, Knowledge, TalkClass } from './knowledge.ts';
import { type Finding, type RawRow, readFiles } from './readFiles.ts';
import { composedEntrySchema, curatedEntrySchema, TABLES, type Table } from './schema.ts';

const talkSchema = z.strictObject({
  id: z.string().regex(/^talk\.[a-z-]+$/, 'a class of small talk is called talk.greeting'),
  phrasings: z.strictObject({ id: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) }),
});

/** A checked row and where it stands. */
export interface LocatedRow {
  readonly table: string;
  readonly row: unknown;
  readonly raw: RawRow;
}

/** What came of reading the files: the knowledge, every row with its place, and what is wrong with the rest. */
export interface LoadedKnowledge {
  readonly knowledge: Knowledge;
  readonly located: readonly LocatedRow[];
  readonly findings: readonly Finding[];
}

function schemaOf(raw: RawRow): z.ZodType | undefined {
  if (raw.table === 'talk') return talkSchema;
  if (raw.table !== 'entries') return TABLES[raw.table as Table];
  const isWritten = typeof raw.value === 'object' && raw.value !== null && 'answer' in raw.value;
  return isWritten ? curatedEntrySchema : composedEntrySchema;
}

function nameOf(raw: RawRow): string {
  const row = raw.value as { id?: unknown; topic?: unknown; word?: unknown } | null;
  return String(row?.id ?? row?.topic ?? row?.word ?? 'row');
}

function checkRow(raw: RawRow): { located?: LocatedRow; findings: Finding[] } {
  const schema = schemaOf(raw);
  if (!schema) {
    const message = `no table is called "${raw.table}"; there are entries, talk, ${Object.keys(TABLES).join(', ')}`;
    return { findings: [{ level: 'error', file: raw.file, line: raw.line, message }] };
  }
  const checked = schema.safeParse(raw.value);
  if (checked.success) return { located: { table: raw.table, row: checked.data, raw }, findings: [] };
  const findings = checked.error.issues.map(
    (issue): Finding => ({
      level: 'error',
      file: raw.file,
      line: raw.lineOf(issue.path),
      message: `${nameOf(raw)}: ${issue.path.join('.') || 'row'}: ${issue.message}`,
    }),
  );
  return { findings };
}

function byId<T>(located: readonly LocatedRow[], table: string, findings: Finding[]): Map<string, T> {
  const rows = new Map<string, T>();
  for (const { row, raw } of located.filter((one) => one.table === table)) {
    const { id } = row as { id: string };
    if (rows.has(id)) {
      findings.push({
        level: 'error',
        file: raw.file,
        line: raw.line,
        message: `${id}: another row of ${table} has this id`,
      });
    }
    rows.set(id, row as T);
  }
  return rows;
}

function listOf<T>(located: readonly LocatedRow[], table: string): T[] {
  return located.filter((one) => one.table === table).map((one) => one.row as T);
}

function hashOf(located: readonly LocatedRow[]): string {
  const hash = createHash('sha256');
  for (const { table, row } of located) hash.update(JSON.stringify([table, row]));
  return hash.digest('hex');
}

/**
 * Reads and checks the knowledge files field by field. References between rows are checked by `checkKnowledge`.
 *
 * @param folder the folder `knowledge/`
 */
export function loadKnowledge(folder: string): LoadedKnowledge {
  const files = readFiles(folder);
  const findings = [...files.findings];
  const located: LocatedRow[] = [];
  for (const raw of files.rows) {
    const checked = checkRow(raw);
    findings.push(...checked.findings);
    if (checked.located) located.push(checked.located);
  }
  const knowledge: Knowledge = {
    entries: byId<Entry>(located, 'entries', findings),
    agreements: byId(located, 'agreements', findings),
    destinations: byId(located, 'destinations', findings),
    products: byId(located, 'products', findings),
    regulations: byId(located, 'regulations', findings),
    documents: byId(located, 'documents', findings),
    liaisons: byId(located, 'liaisons', findings),
    programmes: byId(located, 'programmes', findings),
    terms: byId(located, 'terms', findings),
    talk: [...byId<TalkClass>(located, 'talk', findings).values()],
    routes: listOf(located, 'routes'),
    spellings: listOf(located, 'spellings'),
    hash: hashOf(located),
  };
  return { knowledge, located, findings };
}

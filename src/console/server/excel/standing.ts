import type { LiveRow } from '../../../knowledge/index.ts';
import { type Schema, schemaOfTable } from './columns.ts';

/** Someone's draft of a row that the file speaks of. */
export interface OpenDraft {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
  readonly editedBy: string;
}

/** What the file is held against. */
export interface Standing {
  readonly rows: readonly LiveRow[];
  readonly drafts: readonly OpenDraft[];
  /** `table/key` of rows that were retired. */
  readonly retired: ReadonlySet<string>;
  /** Earlier contents of rows that have moved on since: `table/key@revision`. Null: not looked for yet. */
  readonly bases: ReadonlyMap<string, unknown> | null;
  readonly language: 'id' | 'en';
  readonly now: Date;
}

/** The same, to be looked up in. */
export interface Context extends Standing {
  readonly live: ReadonlyMap<string, LiveRow>;
  readonly draftOf: ReadonlyMap<string, OpenDraft>;
  schemaOf(table: string): Schema;
}

export function openContext(standing: Standing): Context {
  const schemas = new Map<string, Schema>();
  return {
    ...standing,
    live: new Map(standing.rows.map((row) => [`${row.table}/${row.key}`, row])),
    draftOf: new Map(standing.drafts.map((draft) => [`${draft.table}/${draft.key}`, draft])),
    schemaOf(table) {
      const known = schemas.get(table) ?? schemaOfTable(table);
      schemas.set(table, known);
      return known;
    },
  };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { LiveRow, LoadedKnowledge } from '../../knowledge/index.ts';

/** Each row's place: the file it came from, else one file for what staff added to its table. */
export interface ExportReport {
  readonly files: number;
  readonly rows: number;
}

const LINE_WIDTH = 120;

/**
 * Writes the published knowledge into files of the exchange format.
 *
 * A row that has a file keeps it; a new one goes to `<table>/baru.yaml` (entries: to the folder of its area).
 *
 * @param folder must not hold knowledge files yet: nothing is overwritten
 */
export async function exportKnowledge(
  rows: readonly LiveRow[],
  shipped: LoadedKnowledge,
  folder: string,
): Promise<ExportReport> {
  const files = Map.groupBy(rows, (row) => fileOf(row, shipped));
  for (const [file, content] of files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    const text = stringify(
      content.map(({ value }) => value),
      { lineWidth: LINE_WIDTH },
    );
    await writeFile(path, text, { flag: 'wx' });
  }
  return { files: files.size, rows: rows.length };
}

function fileOf({ table, key, value }: LiveRow, { located }: LoadedKnowledge): string {
  const id = (value as { id?: string }).id;
  const known = located.find(
    (one) => one.table === table && id !== undefined && (one.row as { id?: string }).id === id,
  );
  if (known) return known.raw.file;
  const area = table === 'entries' ? `/${key.split('-')[0]}` : '';
  return `${table}${area}/baru.yaml`;
}

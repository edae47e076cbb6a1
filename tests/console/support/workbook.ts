import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';

/** What a test writes into a cell; `{ formula }` is one. */
export type Written = string | number | Date | null | { readonly formula: string };
export type Sheets = Record<string, readonly (readonly Written[])[]>;

/** Writes a workbook as somebody makes it by hand. */
export async function aWorkbook(sheets: Sheets): Promise<Uint8Array> {
  const written = Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) }));
  return new Uint8Array(await writeXlsxFile(written).toBuffer());
}

function cellOf(value: Written) {
  if (value === null) return null;
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value, type: String };
  return { value: value.formula, type: 'Formula' as const };
}

/** A downloaded workbook, to be changed cell by cell and written again. */
export interface OpenWorkbook {
  readonly sheets: Record<string, Written[][]>;
  /** Changes the field of a row; the column is found by its hidden name. */
  set(sheet: string, key: string, name: string, value: Written): void;
  write(): Promise<Uint8Array>;
}

/** Opens what was downloaded. */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const read = await readXlsxFile(Buffer.from(bytes), { trim: false });
  const sheets = Object.fromEntries(read.map(({ sheet, data }) => [sheet, data as unknown as Written[][]]));
  return {
    sheets,
    set(sheet, key, name, value) {
      const rows = sheets[sheet] ?? [];
      const column = rows[1]?.indexOf(name) ?? -1;
      const row = rows.find(([first]) => first === key);
      if (!row || column < 0) throw new Error(`there is no ${name} of ${key} in ${sheet}`);
      row[column] = value;
    },
    write: () => aWorkbook(sheets),
  };
}

import consoleEn from '../../../../locales/en/console.json' with { type: 'json' };
import excelEn from '../../../../locales/en/console-excel.json' with { type: 'json' };
import consoleId from '../../../../locales/id/console.json' with { type: 'json' };
import excelId from '../../../../locales/id/console-excel.json' with { type: 'json' };
import type { Column, SheetPlan } from './columns.ts';

export type Language = 'id' | 'en';
type Words = Readonly<Record<string, string>>;

const CONSOLE = { id: consoleId, en: consoleEn };

/** What the workbook says beside the knowledge itself. */
export const FILE_WORDS = { id: excelId.file, en: excelEn.file };

const MOST_LETTERS_OF_A_SHEET = 31;

/** What a sheet is called: `Produk`, `Produk - Sertifikat`. Excel allows 31 letters. */
export function sheetName({ table, lists }: SheetPlan, language: Language): string {
  const tables: Words = CONSOLE[language].tables;
  const names = [tables[table] ?? table, ...lists.map((name) => fieldName(name, language))];
  return names.join(' - ').slice(0, MOST_LETTERS_OF_A_SHEET).trim();
}

/** What a column is called: `Judul (Indonesia)`, `Ketentuan asal: Sumber`. */
export function columnName({ path }: Pick<Column, 'path'>, language: Language): string {
  const spoken = path.find((name) => name === 'id' || name === 'en');
  const names = path.filter((name) => name !== spoken).map((name) => fieldName(name, language));
  if (!spoken) return names.join(': ');
  const tongue = fieldName(spoken, language);
  return names.length > 0 ? `${names.join(': ')} (${tongue})` : tongue;
}

export function fieldName(name: string, language: Language): string {
  const fields: Words = CONSOLE[language].fields;
  return fields[name] ?? name;
}

/** A choice in words: `in-force` → `berlaku`. */
export function choiceName(option: string, language: Language): string {
  const values: Words = CONSOLE[language].values;
  return values[option] ?? option;
}

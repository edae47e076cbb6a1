import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { type CellContent, FORMULA_MARK } from './cells.ts';
import { pack, unpack, ZipFault, type ZipFile } from './zip.ts';

/** A sheet as it stands in the file: cells by line and column, both from 0. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellContent[])[];
}

/** What may be read at most. Everything the centre knows is about 6 MB unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ROWS = 20_002;
const MOST_COLUMNS = 300;

/** Why a file could not be read; in words: `console-excel:unreadable`. */
export type Unreadable = 'not-xlsx' | 'too-big' | 'too-many-rows';

/**
 * Reads every sheet of an XLSX file. Formulas are taken out before anything reads the file; what they came to when the
 * file was saved is not read either.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet[] | Unreadable> {
  try {
    const files = unpack(Buffer.from(bytes), MOST_BYTES, isRead).map(withoutFormulas);
    if (!files.some(({ name }) => name === 'xl/workbook.xml')) return 'not-xlsx';
    const sheets = await readXlsxFile(pack(files), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as CellContent[][] }));
  } catch (error) {
    if (error instanceof ZipFault) return error.code;
    if (error instanceof TooManyRows) return 'too-many-rows';
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return 'not-xlsx';
    throw error;
  }
}

class TooManyRows extends Error {}

function isRead(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.xml.rels');
}

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g;
const MARKED = `<is><t>${FORMULA_MARK}</t></is>`;

/** Puts a mark in the place of every formula, and of every error that one ended in. */
function withoutFormulas(file: ZipFile): ZipFile {
  if (!SHEET.test(file.name)) return file;
  const xml = file.bytes.toString('utf8').replace(CELL, (whole, prefix: string, attributes: string, inner = '') => {
    requirePlace(attributes);
    const isFormula = /<(?:\w+:)?f\b/.test(inner) || /\bt="(e|str)"/.test(attributes);
    if (!isFormula) return whole;
    const kept = attributes.replace(/\s(t|s)="[^"]*"/g, '');
    return `<${prefix}c${kept} t="inlineStr">${MARKED.replace(/<(\/?)/g, `<$1${prefix}`)}</${prefix}c>`;
  });
  return { name: file.name, bytes: Buffer.from(xml) };
}

/** One cell far away makes a table of everything before it. */
function requirePlace(attributes: string): void {
  const [, letters = '', row = ''] = /\br="([A-Z]+)(\d+)"/.exec(attributes) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (Number(row) > MOST_ROWS || column > MOST_COLUMNS) throw new TooManyRows();
}

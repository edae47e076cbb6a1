import type { SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import topics from '../../../../locales/id/console-topics.json' with { type: 'json' };
import type { Counted, Report } from '../../contract/reports.ts';
import { harmless } from '../excel/harmless.ts';

type Cell = string | number | null;

/**
 * The report as an Excel file, a sheet for each table, in Indonesian: it goes to the provincial office and the ministry.
 *
 * Every text is written as text, never as a formula, and texts that a spreadsheet could take for one begin with an
 * apostrophe, also for whoever saves the sheet as CSV.
 */
export async function writeReportFile(report: Report, from: string, until: string): Promise<Uint8Array> {
  const { totals, results } = report;
  const counted = (head: string, rows: readonly { name: string; count: number }[]) =>
    sheetOf(
      [head, 'Pertanyaan'],
      rows.map(({ name, count }) => [name, count]),
    );
  const sheets = [
    {
      sheet: 'Ringkasan',
      data: sheetOf(
        ['Laporan FTA Center', `${from} sampai ${until}`],
        [
          ['Pertanyaan', totals.questions],
          ['Percakapan', totals.talks],
          ['Langsung terjawab', totals.atOnce],
          ['Terjawab setelah memilih', totals.afterChoice],
          ['Pilihan tidak dilanjutkan', totals.leftAtChoice],
          ['Belum terjawab', totals.unanswered],
          ['Dinilai membantu', totals.thumbsUp],
          ['Dinilai tidak membantu', totals.thumbsDown],
          ['Kasus dibuka', totals.cases],
          ['Kasus selesai', totals.casesClosed],
          ['Kendala teratasi', results.resolved],
          ['Kendala belum teratasi', results.unresolved],
          ...results.values.map(({ currency, amount }): Cell[] => [`Nilai ekspor terwujud (${currency})`, amount]),
        ],
      ),
    },
    { sheet: 'Per hari', data: counted('Hari', report.byDay) },
    { sheet: 'Bahasa', data: counted('Bahasa', report.byLanguage) },
    { sheet: 'Saluran', data: counted('Saluran', report.byChannel) },
    { sheet: 'Bidang', data: counted('Bidang', report.byArea.map(withTopic)) },
    { sheet: 'Perjanjian', data: counted('Perjanjian', report.byAgreement) },
    { sheet: 'Produk', data: counted('Produk', report.byProduct) },
    { sheet: 'Negara tujuan', data: counted('Negara tujuan', report.byDestination) },
    {
      sheet: 'Kasus per unit',
      data: sheetOf(
        ['Unit', 'Kasus', 'Selesai', 'Jam sampai diterima', 'Jam sampai dijawab', 'Janji ditepati', 'Janji terlewat'],
        report.units.map((unit) => [
          ...[unit.name, unit.cases, unit.closed, unit.acceptHours, unit.answerHours, unit.kept, unit.broken],
        ]),
      ),
    },
    {
      sheet: 'Kendala',
      data: sheetOf(
        [
          ...['Perjanjian', 'Kelompok produk', 'Kabupaten/kota', 'Perusahaan', 'Kasus'],
          ...['Teratasi', 'Nilai ekspor terwujud'],
        ],
        report.obstacles.map(({ agreement, product, region, firms, cases, resolved, values }) => [
          ...[agreement, product, region, firms, cases, resolved],
          values.map(({ currency, amount }) => `${currency} ${amount.toLocaleString('id-ID')}`).join('; '),
        ]),
      ),
    },
  ];
  return new Uint8Array(await writeXlsxFile(sheets.map((sheet) => ({ ...sheet, columns: COLUMNS }))).toBuffer());
}

/** Areas are topics of the competence table. */
function withTopic({ key, count }: Counted): { name: string; count: number } {
  return { name: (topics as Record<string, string>)[key] ?? key, count };
}

const COLUMNS = [{ width: 36 }, { width: 22 }, { width: 22 }, { width: 22 }, { width: 22 }];

function sheetOf(head: readonly string[], rows: readonly (readonly Cell[])[]): SheetData {
  return [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
}

function cellOf(value: Cell) {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value: harmless(value), type: String };
}

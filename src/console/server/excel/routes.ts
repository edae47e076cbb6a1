import { Refusal } from '../../../channels/http/index.ts';
import { dayInWib, TABLE_NAMES } from '../../../knowledge/index.ts';
import { applyImport, downloadKnowledge, previewImport } from '../../contract/excel.ts';
import type { Bench } from '../knowledge/bench.ts';
import type { Serve } from '../serve.ts';
import { Download, XLSX } from '../serveCall.ts';
import { applyImportWith, previewImportWith } from './importFile.ts';
import { inThread } from './inThread.ts';

/** The knowledge as a workbook, out and back. */
export function excelRoutes({ serve }: Serve, bench: Bench) {
  return [
    serve(downloadKnowledge, async ({ query: { table, language }, note }) => {
      if (table !== 'all' && !TABLE_NAMES.includes(table))
        throw new Refusal(404, 'NotFound', 'There is no such table.');
      note({ subject: table });
      const bytes = await inThread('write', { rows: (await bench.live()).rows, table, language });
      return new Download(`fta-center-${table}-${dayInWib(bench.desk.clock())}.xlsx`, XLSX, bytes);
    }),
    serve(previewImport, previewImportWith(bench)),
    serve(applyImport, applyImportWith(bench)),
  ];
}

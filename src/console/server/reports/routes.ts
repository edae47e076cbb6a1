import type { Knowledge } from '../../../knowledge/index.ts';
import { downloadReport, readReport } from '../../contract/reports.ts';
import type { Serve } from '../serve.ts';
import { Download, XLSX } from '../serveCall.ts';
import { makeReport, periodOf } from './makeReport.ts';
import type { ReportStore } from './reportStore.ts';
import { writeReportFile } from './writeReportFile.ts';

/** Figures for the centre, the province and the ministry. */
export function reportRoutes({ serve }: Serve, reports: ReportStore, knowledge: () => Knowledge) {
  return [
    serve(readReport, async ({ query }) => makeReport(reports, periodOf(query), knowledge())),
    serve(downloadReport, async ({ query, note }) => {
      note({ subject: `${query.from}/${query.until}` });
      const report = await makeReport(reports, periodOf(query), knowledge());
      const bytes = await writeReportFile(report, query.from, query.until);
      return new Download(`laporan-fta-center-${query.from}-${query.until}.xlsx`, XLSX, bytes);
    }),
  ];
}

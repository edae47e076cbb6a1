import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { downloadReport, readReport } from '../../../contract/reports.ts';
import { addressOf } from '../../calls/send.ts';
import { useRead } from '../../calls/useCall.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { changeQuery, useWhere } from '../../shell/route.ts';
import { ReportBody } from './ReportBody.tsx';

/** Figures of a period; `cetak=1` shows them as the report that goes to the province and the ministry. */
export default function Reports() {
  const { t, i18n } = useTranslation();
  const { query } = useWhere();
  const month = thisMonth();
  const period = { from: query.get('dari') || month.from, until: query.get('sampai') || month.until };
  const isPrinted = query.has('cetak');
  const report = useRead(readReport, { query: period });
  const says = isPrinted ? i18n.getFixedT('id') : t;
  return (
    <>
      {isPrinted ? (
        <PrintHead period={period} />
      ) : (
        <PageHead title={t('pages.laporan')} help={t('console-reports:help')}>
          <Button variant="default" onClick={() => changeQuery({ cetak: '1' })}>
            {t('console-reports:print')}
          </Button>
          <Button component="a" href={addressOf(downloadReport, { query: period })} download>
            {t('console-reports:download')}
          </Button>
        </PageHead>
      )}
      <Period period={period} />
      {report.isError && <Trouble error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Skeleton height={400} />}
      {report.data && <ReportBody report={report.data} says={says} />}
      {isPrinted && <Text size="sm">{says('console-reports:printFoot')}</Text>}
    </>
  );
}

function Period({ period }: { period: { from: string; until: string } }) {
  const { t } = useTranslation();
  const set = (name: string) => (event: { currentTarget: { value: string } }) =>
    changeQuery({ [name]: event.currentTarget.value });
  const choose = (month: string) => {
    if (month) changeQuery({ dari: `${month}-01`, sampai: lastDayOf(month) });
  };
  return (
    <Group mb="md" align="flex-end" className="no-print">
      <TextInput
        type="month"
        label={t('console-reports:month')}
        value={period.from.slice(0, 7)}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextInput type="date" label={t('look.from')} value={period.from} onChange={set('dari')} />
      <TextInput type="date" label={t('look.until')} value={period.until} onChange={set('sampai')} />
    </Group>
  );
}

/** Always in Indonesian, whatever the language of the console. */
function PrintHead({ period }: { period: { from: string; until: string } }) {
  const { t, i18n } = useTranslation();
  const says = i18n.getFixedT('id');
  const day = (value: string) =>
    new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' }).format(
      new Date(`${value}T00:00:00+07:00`),
    );
  return (
    <>
      <PageHead
        title={says('console-reports:printTitle')}
        help={says('console-reports:period', { from: day(period.from), until: day(period.until) })}
      />
      <Group mb="md" className="no-print">
        <Button variant="default" onClick={() => changeQuery({ cetak: undefined })}>
          {t('console-reports:back')}
        </Button>
        <Button onClick={() => window.print()}>{t('console-reports:printNow')}</Button>
      </Group>
    </>
  );
}

function thisMonth(): { from: string; until: string } {
  const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
  return { from: `${month}-01`, until: lastDayOf(month) };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

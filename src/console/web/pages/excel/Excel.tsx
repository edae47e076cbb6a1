import { Anchor, Button, Select, SimpleGrid } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadKnowledge } from '../../../contract/excel.ts';
import { addressOf } from '../../calls/send.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { TABLES } from '../knowledge/tables.ts';
import { ExcelCard } from './ExcelCard.tsx';
import { Import } from './Import.tsx';

/** The knowledge as an Excel file: out, changed, and back again by way of a preview. */
export default function Excel() {
  const { t } = useTranslation();
  const may = useMay();
  const mayImport = may('import-knowledge');
  return (
    <>
      <Anchor href={hrefTo(['pengetahuan'])}>← {t('pages.pengetahuan')}</Anchor>
      <PageHead title="Excel" help={t('console-excel:help')} />
      {mayImport ? (
        <Import download={<DownloadCard />} />
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <DownloadCard />
        </SimpleGrid>
      )}
    </>
  );
}

function DownloadCard() {
  const { t, i18n } = useTranslation();
  const { query } = useWhere();
  const [table, setTable] = useState(query.get('tabel') ?? 'entries');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const tables = TABLES.map((name) => ({ value: name as string, label: t(`tables.${name}`) }));
  return (
    <ExcelCard title={t('console-excel:download.title')} help={t('console-excel:download.help')}>
      <Select
        label={t('console-excel:download.table')}
        data={[...tables, { value: 'all', label: t('console-excel:download.all') }]}
        value={table}
        onChange={(next) => setTable(next ?? 'entries')}
        allowDeselect={false}
      />
      <Button component="a" href={addressOf(downloadKnowledge, { query: { table, language } })} download>
        {t('console-excel:download.act')}
      </Button>
    </ExcelCard>
  );
}

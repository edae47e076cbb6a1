import { Anchor, Badge, Button, Group, Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedRow, listRows, listTitles } from '../../../contract/knowledge.ts';
import { useRead } from '../../calls/useCall.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { shortDayOf } from '../../look/dates.ts';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { WideTable } from '../../look/WideTable.tsx';
import { useMay } from '../../session/useMay.ts';
import { goTo, hrefTo, useWhere } from '../../shell/route.ts';
import { NewRow } from './NewRow.tsx';
import { TABLES } from './tables.ts';

const SIZE = 25;
/** No table of the knowledge, but looked for among them. */
const CALENDAR = 'holidays';
const STATES = ['draft', 'in-review', 'scheduled', 'unconfirmed', 'past-review', 'needs-review', 'retired'] as const;
type State = (typeof STATES)[number];

/** One table of the knowledge: searched, narrowed down, paged. */
export function RowList({ table }: { table: string }) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const may = useMay();
  const [isNew, setIsNew] = useState(query.has('baru'));
  const page = pageIn(query);
  const of = (name: string) => query.get(name) || undefined;
  const filter = { words: of('cari'), area: of('bidang'), agreement: of('perjanjian'), product: of('produk') };
  const state = STATES.find((one) => one === of('keadaan')) as State | undefined;
  const list = useRead(listRows, { query: { table, page, size: SIZE, state, ...filter } });
  const acts = (
    <>
      <Button component="a" variant="default" href={hrefTo(['pengetahuan', 'excel'], { tabel: table })}>
        Excel
      </Button>
      <Button component="a" variant="default" href={hrefTo(['pengetahuan', 'coba'])}>
        {t('knowledge.try')}
      </Button>
      {may('write-drafts') && <Button onClick={() => setIsNew(true)}>{t('knowledge.new')}</Button>}
    </>
  );
  return (
    <>
      <ListFrame
        {...{ title: t('pages.pengetahuan'), help: t('knowledge.help'), acts, read: list, size: SIZE }}
        filters={<Filters table={table} areas={list.data?.areas ?? []} />}
        none={({ total }) => (total === 0 ? t('knowledge.none') : null)}
      >
        {({ rows }) => <Rows rows={rows} />}
      </ListFrame>
      {isNew && <NewRow table={table} onClose={() => setIsNew(false)} />}
    </>
  );
}

function Filters({ table, areas }: { table: string; areas: readonly string[] }) {
  const { t } = useTranslation();
  const areaChoices = areas.map((area) => ({
    value: area,
    label: t(`console-topics:${area}`, { defaultValue: area }),
  }));
  const states = STATES.map((value) => ({ value, label: t(`states.${value}`) }));
  return (
    <FilterBar>
      <Select
        label={t('knowledge.table')}
        data={[...TABLES, CALENDAR].map((name) => ({ value: name, label: t(`tables.${name}`) }))}
        value={table}
        onChange={(next) => goTo(['pengetahuan', next === CALENDAR ? 'hari-libur' : (next ?? 'entries')])}
        allowDeselect={false}
        w={170}
      />
      <SearchFilter />
      {table === 'entries' && (
        <ChoiceFilter {...{ name: 'bidang', label: t('knowledge.area'), choices: areaChoices, isSearchable: true }} />
      )}
      <ChoiceFilter {...{ name: 'keadaan', label: t('knowledge.state'), choices: states, width: 180 }} />
      {table === 'entries' && <RowFilter name="perjanjian" table="agreements" />}
      {table === 'entries' && <RowFilter name="produk" table="products" />}
    </FilterBar>
  );
}

/** Rows that belong to one row of another table. */
function RowFilter({ name, table }: { name: string; table: string }) {
  const { t, i18n } = useTranslation();
  const titles = useRead(listTitles, { params: { table } });
  const choices = (titles.data?.titles ?? []).map(({ key, title }) => ({
    value: key,
    label: i18n.language === 'en' ? title.en : title.id,
  }));
  return <ChoiceFilter {...{ name, label: t(`tables.${table}`), choices, isSearchable: true, width: 180 }} />;
}

function Rows({ rows }: { rows: readonly ListedRow[] }) {
  const { t, i18n } = useTranslation();
  return (
    <WideTable
      label={t('pages.pengetahuan')}
      columns={[t('knowledge.title'), t('knowledge.state'), t('knowledge.reviewBy')]}
      width={600}
    >
      {rows.map((row) => (
        <Table.Tr key={row.key}>
          <Table.Td>
            <Anchor href={hrefTo(['pengetahuan', row.table, row.key])} underline="always">
              {i18n.language === 'en' ? row.title.en : row.title.id}
            </Anchor>
            <Text size="xs" c="dimmed">
              {row.key}
            </Text>
          </Table.Td>
          <Table.Td>
            <RowStates row={row} />
          </Table.Td>
          <Table.Td>{row.reviewBy && shortDayOf(`${row.reviewBy}T00:00:00+07:00`)}</Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

function RowStates({ row }: { row: ListedRow }) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      {row.isRetired && <Badge color="gray">{t('states.retired')}</Badge>}
      {row.revision === 0 && <Badge color="blue">{t('states.new')}</Badge>}
      {row.draft && <Badge color="blue">{t(`states.${row.draft}`)}</Badge>}
      {row.needsReview && <Badge color="red">{t('states.needs-review')}</Badge>}
      {row.isConfirmed === false && (
        <Badge color="gray" variant="outline">
          {t('states.unconfirmed')}
        </Badge>
      )}
      {row.isConfirmed === true && <Badge>{t('states.confirmed')}</Badge>}
    </Group>
  );
}

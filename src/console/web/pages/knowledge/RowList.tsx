import { Anchor, Badge, Button, Group, Select, Skeleton, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedRow, listRows, listTitles } from '../../../contract/knowledge.ts';
import { useRead } from '../../calls/useCall.ts';
import { shortDayOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Pages, pageIn } from '../../look/Pages.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Wide } from '../../look/Wide.tsx';
import { useMay } from '../../session/useMay.ts';
import { changeQuery, goTo, hrefTo, useWhere } from '../../shell/route.ts';
import { NewRow } from './NewRow.tsx';
import { TABLES } from './tables.ts';

const SIZE = 25;
const STATES = ['draft', 'in-review', 'scheduled', 'unconfirmed', 'past-review', 'needs-review'] as const;
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
  return (
    <>
      <PageHead title={t('pages.pengetahuan')} help={t('knowledge.help')}>
        <Button component="a" variant="default" href={hrefTo(['pengetahuan', 'coba'])}>
          {t('knowledge.try')}
        </Button>
        {may('write-drafts') && <Button onClick={() => setIsNew(true)}>{t('knowledge.new')}</Button>}
      </PageHead>
      <Filters table={table} areas={list.data?.areas ?? []} />
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={300} />}
      {list.data && <Rows rows={list.data.rows} />}
      {list.data && <Pages total={list.data.total} size={SIZE} page={page} />}
      <NewRow table={table} isOpen={isNew} onClose={() => setIsNew(false)} />
    </>
  );
}

function Filters({ table, areas }: { table: string; areas: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const { query } = useWhere();
  const [isOpen, { toggle }] = useDisclosure(false);
  const [words, setWords] = useState(query.get('cari') ?? '');
  const search = useDebouncedCallback((next: string) => changeQuery({ cari: next, hal: undefined }), 250);
  const agreements = useRead(listTitles, { params: { table: 'agreements' } });
  const products = useRead(listTitles, { params: { table: 'products' } });
  const choose = (name: string) => (next: string | null) => changeQuery({ [name]: next ?? undefined, hal: undefined });
  const named = (titles: typeof agreements) =>
    (titles.data?.titles ?? []).map(({ key, title }) => ({
      value: key,
      label: i18n.language === 'en' ? title.en : title.id,
    }));
  return (
    <Group mb="md" align="flex-end" gap="xs" className={isOpen ? 'filters all' : 'filters'}>
      <Select
        label={t('knowledge.table')}
        data={TABLES.map((name) => ({ value: name, label: t(`tables.${name}`) }))}
        value={table}
        onChange={(next) => goTo(['pengetahuan', next ?? 'entries'])}
        allowDeselect={false}
        w={170}
      />
      <TextInput
        label={t('look.search')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        w={200}
      />
      <Button hiddenFrom="sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
        {t('knowledge.filters')}
      </Button>
      {table === 'entries' && (
        <Select
          label={t('knowledge.area')}
          data={[...areas]}
          value={query.get('bidang')}
          onChange={choose('bidang')}
          clearable
          searchable
          w={130}
        />
      )}
      <Select
        label={t('knowledge.state')}
        data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={query.get('keadaan')}
        onChange={choose('keadaan')}
        clearable
        w={180}
      />
      {table === 'entries' && (
        <>
          <Select
            label={t('tables.agreements')}
            data={named(agreements)}
            value={query.get('perjanjian')}
            onChange={choose('perjanjian')}
            clearable
            searchable
            w={180}
          />
          <Select
            label={t('tables.products')}
            data={named(products)}
            value={query.get('produk')}
            onChange={choose('produk')}
            clearable
            searchable
            w={180}
          />
        </>
      )}
    </Group>
  );
}

function Rows({ rows }: { rows: readonly ListedRow[] }) {
  const { t, i18n } = useTranslation();
  if (rows.length === 0) return <Text c="dimmed">{t('knowledge.none')}</Text>;
  return (
    <Wide label={t('pages.pengetahuan')}>
      <Table miw={600} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('knowledge.title')}</Table.Th>
            <Table.Th>{t('knowledge.state')}</Table.Th>
            <Table.Th>{t('knowledge.reviewBy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
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
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function RowStates({ row }: { row: ListedRow }) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
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

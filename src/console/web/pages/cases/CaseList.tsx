import { Anchor, Card, SegmentedControl, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type ListedCase, listCases, listUnits } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { momentOf } from '../../look/dates.ts';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { narrow } from '../../look/narrow.ts';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { WideTable } from '../../look/WideTable.tsx';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { Marks } from './Marks.tsx';

const SIZE = 25;
const BOARD_SIZE = 100;
const COLUMNS = ['open', 'with-liaison', 'waiting-for-exporter', 'answered'] as const;

type Query = z.input<typeof listCases.query>;

/** Cases as a list or as a board, narrowed down. */
export function CaseList() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const isBoard = query.get('bentuk') === 'board';
  const filter = {
    words: query.get('cari') || undefined,
    state: query.get('keadaan') || undefined,
    only: query.get('hanya') || (query.get('keadaan') ? undefined : 'unclosed'),
    unit: query.get('unit') || undefined,
  } as Query;
  const page = isBoard ? 1 : pageIn(query);
  const size = isBoard ? BOARD_SIZE : SIZE;
  const cases = useRead(listCases, { query: { ...filter, page, size } });
  return (
    <ListFrame
      {...{ title: t('pages.kasus'), help: t('console-cases:help'), filters: <Filters />, read: cases }}
      {...(!isBoard && { size: SIZE })}
      none={({ total }) => (total === 0 ? t('console-cases:none') : null)}
    >
      {(said) => (isBoard ? <Board cases={said.cases} /> : <Rows cases={said.cases} />)}
    </ListFrame>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const units = useRead(listUnits);
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`console-cases:${group}.${value}`) }));
  const holders = [
    { value: 'desk', label: t('console-cases:desk') },
    ...(units.data?.units ?? []).map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <FilterBar>
      <SearchFilter />
      <ChoiceFilter
        name="hanya"
        label={t('console-cases:only')}
        choices={named('onlys', ['unclosed', 'attention', 'urgent'])}
        {...(!query.get('keadaan') && { otherwise: 'unclosed' })}
        instead={['keadaan']}
      />
      <ChoiceFilter
        name="keadaan"
        label={t('console-cases:state')}
        choices={named('states', [...COLUMNS, 'closed'])}
        instead={['hanya']}
      />
      <ChoiceFilter {...{ name: 'unit', label: t('console-cases:unit'), choices: holders, isSearchable: true }} />
      <SegmentedControl
        aria-label={t('console-cases:view')}
        data={named('views', ['list', 'board'])}
        value={query.get('bentuk') ?? 'list'}
        onChange={(bentuk) => narrow({ bentuk })}
      />
    </FilterBar>
  );
}

function Rows({ cases }: { cases: readonly ListedCase[] }) {
  const { t } = useTranslation();
  return (
    <WideTable
      label={t('pages.kasus')}
      columns={['number', 'problem', 'state', 'due'].map((name) => t(`console-cases:${name}`))}
    >
      {cases.map((kase) => (
        <Table.Tr key={kase.number}>
          <Table.Td>
            <Anchor href={hrefTo(['kasus', kase.number])} underline="always">
              {kase.number}
            </Anchor>
          </Table.Td>
          <Table.Td>
            <Text size="sm" lineClamp={2} className="words">
              {kase.problem}
            </Text>
            <Marks kase={kase} />
          </Table.Td>
          <Table.Td>
            {t(`console-cases:states.${kase.state}`)}
            <Text size="xs" c="dimmed">
              {kase.unitName}
            </Text>
          </Table.Td>
          <Table.Td>{kase.dueAt ? momentOf(kase.dueAt) : t('console-cases:noDue')}</Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

function Board({ cases }: { cases: readonly ListedCase[] }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      {COLUMNS.map((state) => {
        const here = cases.filter((kase) => kase.state === state);
        return (
          <Stack key={state} gap="xs">
            <Text component="h2" fw={700}>
              {t(`console-cases:states.${state}`)} ({here.length})
            </Text>
            {here.map((kase) => (
              <Card key={kase.number} withBorder padding="sm">
                <Anchor href={hrefTo(['kasus', kase.number])} underline="always" size="sm">
                  {kase.number}
                </Anchor>
                <Text size="sm" lineClamp={3} className="words">
                  {kase.problem}
                </Text>
                <Text size="xs" c="dimmed">
                  {kase.unitName} · {kase.dueAt ? momentOf(kase.dueAt) : t('console-cases:noDue')}
                </Text>
                <Marks kase={kase} />
              </Card>
            ))}
          </Stack>
        );
      })}
    </SimpleGrid>
  );
}

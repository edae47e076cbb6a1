import {
  Anchor,
  Card,
  Group,
  SegmentedControl,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type ListedCase, listCases, listUnits } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Pages, pageIn } from '../../look/Pages.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Wide } from '../../look/Wide.tsx';
import { changeQuery, hrefTo, useWhere } from '../../shell/route.ts';
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
    <>
      <PageHead title={t('pages.kasus')} help={t('console-cases:help')} />
      <Filters filter={filter} isBoard={isBoard} />
      {cases.isError && <Trouble error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.isPending && <Skeleton height={300} />}
      {cases.data?.total === 0 && <Text>{t('console-cases:none')}</Text>}
      {cases.data &&
        cases.data.total > 0 &&
        (isBoard ? <Board cases={cases.data.cases} /> : <Rows cases={cases.data.cases} />)}
      {cases.data && !isBoard && <Pages total={cases.data.total} size={SIZE} page={page} />}
    </>
  );
}

function Filters({ filter, isBoard }: { filter: Query; isBoard: boolean }) {
  const { t } = useTranslation();
  const units = useRead(listUnits);
  const set = (name: string) => (value: string | null) => changeQuery({ [name]: value ?? undefined, hal: undefined });
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label={t('look.search')}
        value={filter.words ?? ''}
        onChange={(event) => set('cari')(event.currentTarget.value)}
      />
      <Select
        label={t('console-cases:only')}
        data={['unclosed', 'attention', 'urgent'].map((value) => ({ value, label: t(`console-cases:onlys.${value}`) }))}
        placeholder={t('look.all')}
        value={filter.only ?? null}
        onChange={(value) => changeQuery({ hanya: value ?? undefined, keadaan: undefined, hal: undefined })}
      />
      <Select
        label={t('console-cases:state')}
        data={[...COLUMNS, 'closed'].map((value) => ({ value, label: t(`console-cases:states.${value}`) }))}
        placeholder={t('look.all')}
        value={filter.state ?? null}
        onChange={(value) => changeQuery({ keadaan: value ?? undefined, hanya: undefined, hal: undefined })}
        clearable
      />
      <Select
        label={t('console-cases:unit')}
        data={[
          { value: 'desk', label: t('console-cases:desk') },
          ...(units.data?.units ?? []).map(({ key, name }) => ({ value: key, label: name })),
        ]}
        placeholder={t('look.all')}
        value={filter.unit ?? null}
        onChange={set('unit')}
        searchable
        clearable
      />
      <SegmentedControl
        aria-label={t('console-cases:view')}
        data={['list', 'board'].map((value) => ({ value, label: t(`console-cases:views.${value}`) }))}
        value={isBoard ? 'board' : 'list'}
        onChange={set('bentuk')}
      />
    </Group>
  );
}

function Rows({ cases }: { cases: readonly ListedCase[] }) {
  const { t } = useTranslation();
  return (
    <Wide label={t('pages.kasus')}>
      <Table miw={640} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('console-cases:number')}</Table.Th>
            <Table.Th>{t('console-cases:problem')}</Table.Th>
            <Table.Th>{t('console-cases:state')}</Table.Th>
            <Table.Th>{t('console-cases:due')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
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
        </Table.Tbody>
      </Table>
    </Wide>
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

import { Alert, Group, Select, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { listUnanswered } from '../../../contract/unanswered.ts';
import { useRead } from '../../calls/useCall.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Pages, pageIn } from '../../look/Pages.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { changeQuery, useWhere } from '../../shell/route.ts';
import { GroupCard } from './GroupCard.tsx';

const SIZE = 20;

type Query = z.input<typeof listUnanswered.query>;

/** Questions without a good answer, alike ones together. */
export default function Unanswered() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const filter = {
    words: query.get('cari') || undefined,
    kind: query.get('jenis') || undefined,
    language: query.get('bahasa') || undefined,
    order: query.get('urut') || undefined,
  } as Omit<Query, 'page' | 'size'>;
  const page = pageIn(query);
  const list = useRead(listUnanswered, { query: { ...filter, page, size: SIZE } });
  const isFiltered = Boolean(filter.words || filter.kind || filter.language);
  return (
    <>
      <PageHead title={t('pages.belum-terjawab')} help={t('console-unanswered:help')} />
      <Filters filter={filter} />
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={300} />}
      {list.data?.isCut && (
        <Alert color="yellow" mb="md">
          {t('console-unanswered:cut')}
        </Alert>
      )}
      {list.data && list.data.total > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('console-unanswered:summary', { questions: list.data.questions, groups: list.data.total })}
        </Text>
      )}
      {list.data?.total === 0 && <Text>{t(`console-unanswered:${isFiltered ? 'noneFound' : 'none'}`)}</Text>}
      <Stack>
        {list.data?.groups.map((group) => (
          <GroupCard key={group.leader} group={group} />
        ))}
      </Stack>
      {list.data && list.data.total > SIZE && <Pages total={list.data.total} size={SIZE} page={page} />}
    </>
  );
}

function Filters({ filter }: { filter: Omit<Query, 'page' | 'size'> }) {
  const { t } = useTranslation();
  const set = (name: string) => (value: string | null) => changeQuery({ [name]: value ?? undefined, hal: undefined });
  const options = (group: string, names: readonly string[]) =>
    names.map((value) => ({ value, label: t(`console-unanswered:${group}.${value}`) }));
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label={t('look.search')}
        value={filter.words ?? ''}
        onChange={(event) => set('cari')(event.currentTarget.value)}
      />
      <Select
        label={t('console-unanswered:kind')}
        placeholder={t('look.all')}
        data={options('kinds', ['miss', 'thumbs-down'])}
        value={filter.kind ?? null}
        onChange={set('jenis')}
        clearable
      />
      <Select
        label={t('console-unanswered:language')}
        placeholder={t('look.all')}
        data={options('languages', ['id', 'en'])}
        value={filter.language ?? null}
        onChange={set('bahasa')}
        clearable
      />
      <Select
        label={t('console-unanswered:order')}
        data={options('orders', ['often', 'rising', 'recent'])}
        value={filter.order ?? 'often'}
        onChange={set('urut')}
        allowDeselect={false}
      />
    </Group>
  );
}

import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { listUnanswered } from '../../../contract/unanswered.ts';
import { useRead } from '../../calls/useCall.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { AnsweredCards } from './AnsweredCards.tsx';
import { GroupCard } from './GroupCard.tsx';
import { SetAsideList } from './SetAsideList.tsx';
import { UndoNote } from './UndoNote.tsx';

const SIZE = 20;

type Query = z.input<typeof listUnanswered.query>;

/** Questions without a good answer, alike ones together; `disisihkan=1` shows what was set aside. */
export default function Unanswered() {
  return useWhere().query.has('disisihkan') ? <SetAsideList /> : <Waiting />;
}

function Waiting() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const [asideAt, setAsideAt] = useState<string | null>(null);
  const filter = {
    words: query.get('cari') || undefined,
    kind: query.get('jenis') || undefined,
    language: query.get('bahasa') || undefined,
    order: query.get('urut') || undefined,
  } as Omit<Query, 'page' | 'size'>;
  const page = pageIn(query);
  const read = useRead(listUnanswered, { query: { ...filter, page, size: SIZE } });
  const may = useMay();
  const isFiltered = Boolean(filter.words || filter.kind || filter.language);
  return (
    <ListFrame
      {...{
        title: t('pages.belum-terjawab'),
        help: t('console-unanswered:help'),
        filters: (
          <>
            {asideAt && <UndoNote key={asideAt} at={asideAt} onUndone={() => setAsideAt(null)} />}
            <Head mayTell={may('recall-answers')} />
          </>
        ),
        acts: (
          <Button component="a" variant="default" href={hrefTo(['belum-terjawab'], { disisihkan: '1' })}>
            {t('console-unanswered:showAside')}
          </Button>
        ),
      }}
      {...{ read, size: SIZE }}
      none={({ total }) => (total === 0 ? t(`console-unanswered:${isFiltered ? 'noneFound' : 'none'}`) : null)}
    >
      {({ groups, isCut, questions, total }) => (
        <Stack>
          {isCut && <Alert color="yellow">{t('console-unanswered:cut')}</Alert>}
          <Text size="sm" c="dimmed">
            {t('console-unanswered:summary', { questions, groups: total })}
          </Text>
          {groups.map((group) => (
            <GroupCard key={group.leader} group={group} onSetAside={setAsideAt} />
          ))}
        </Stack>
      )}
    </ListFrame>
  );
}

function Head({ mayTell }: { mayTell: boolean }) {
  return (
    <>
      {mayTell && <AnsweredCards />}
      <Filters />
    </>
  );
}

function Filters() {
  const { t } = useTranslation();
  const choices = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`console-unanswered:${group}.${value}`) }));
  return (
    <FilterBar>
      <SearchFilter />
      <ChoiceFilter
        {...{ name: 'jenis', label: t('console-unanswered:kind'), choices: choices('kinds', ['miss', 'thumbs-down']) }}
      />
      <ChoiceFilter
        {...{ name: 'bahasa', label: t('console-unanswered:language'), choices: choices('languages', ['id', 'en']) }}
      />
      <ChoiceFilter
        name="urut"
        label={t('console-unanswered:order')}
        choices={choices('orders', ['often', 'rising', 'recent'])}
        otherwise="often"
      />
    </FilterBar>
  );
}

import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listCases } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { ReadFrame } from '../../look/ReadFrame.tsx';
import { CaseCards } from './CaseCard.tsx';
import { type CaseQuery, COLUMNS } from './caseQuery.ts';

/** As many come at first, and as many more with each touch; what is most pressing stands on top. */
const SIZE = 20;
const EVERY_MS = 60_000;

type State = (typeof COLUMNS)[number];

/** Where cases stand, a column for each state; each is read, and goes on, for itself. */
export function Board({ filter }: { filter: CaseQuery }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }}>
      {COLUMNS.map((state) => (
        <Column key={`${state} ${JSON.stringify(filter)}`} state={state} filter={filter} />
      ))}
    </SimpleGrid>
  );
}

function Column({ state, filter }: { state: State; filter: CaseQuery }) {
  const { t } = useTranslation();
  const [pages, setPages] = useState(1);
  const { data } = useColumn(state, filter, 1);
  const left = (data?.total ?? 0) - pages * SIZE;
  return (
    <Stack gap="xs" component="section" aria-label={t(`console-cases:states.${state}`)}>
      <Text component="h2" fw={700}>
        {t(`console-cases:states.${state}`)} {data && `(${data.total})`}
      </Text>
      {Array.from({ length: pages }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other name
        <Part key={at} state={state} filter={filter} page={at + 1} />
      ))}
      {left > 0 && (
        <Button variant="default" onClick={() => setPages(pages + 1)}>
          {t('console-cases:more', { count: Math.min(SIZE, left) })}
        </Button>
      )}
    </Stack>
  );
}

function Part({ state, filter, page }: { state: State; filter: CaseQuery; page: number }) {
  const { t } = useTranslation();
  const read = useColumn(state, filter, page);
  return (
    <ReadFrame read={read} height={120} none={({ total }) => (total === 0 ? t('console-cases:noneHere') : null)}>
      {({ cases }) => <CaseCards cases={cases} />}
    </ReadFrame>
  );
}

/** Four columns are one look. */
function useColumn(state: State, filter: CaseQuery, page: number) {
  const isSameLook = state !== COLUMNS[0] || page > 1;
  const query = { ...filter, state, page, size: SIZE, ...(isSameLook && { isRefresh: 'true' as const }) };
  return useRead(listCases, { query }, { every: EVERY_MS, isLook: true });
}

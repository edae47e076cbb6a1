import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { listCases } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { useNews } from '../../calls/useNews.ts';
import { ListFrame } from '../../look/ListFrame.tsx';
import { PageHead } from '../../look/PageHead.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { useWhere } from '../../shell/route.ts';
import { Board } from './Board.tsx';
import { CaseCards } from './CaseCard.tsx';
import { CaseFilters } from './CaseFilters.tsx';
import { CaseRows } from './CaseRows.tsx';
import { type CaseQuery, caseQuery } from './caseQuery.ts';

const SIZE = 25;
/** New cases come by {@link useNews}; this is for what gets lost, and for deadlines that pass. */
const EVERY_MS = 60_000;

/** Cases as a list or as a board, narrowed down. */
export function CaseList() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const filter = caseQuery(query);
  useNews({ of: 'cases' }, [listCases]);
  if (query.get('bentuk') !== 'board') return <List filter={filter} page={pageIn(query)} />;
  return (
    <>
      <PageHead title={t('pages.kasus')} help={t('console-cases:help')} />
      <CaseFilters />
      <Board filter={filter} />
    </>
  );
}

function List({ filter, page }: { filter: CaseQuery; page: number }) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 47.99em)');
  const read = useRead(listCases, { query: { ...filter, page, size: SIZE } }, { every: EVERY_MS, isLook: true });
  return (
    <ListFrame
      {...{ title: t('pages.kasus'), help: t('console-cases:help'), filters: <CaseFilters />, read, size: SIZE }}
      none={({ total }) => (total === 0 ? t('console-cases:none') : null)}
    >
      {({ cases }) => (isPhone ? <CaseCards cases={cases} hasState /> : <CaseRows cases={cases} />)}
    </ListFrame>
  );
}

import { useTranslation } from 'react-i18next';
import { searchAudit } from '../../../contract/staff.ts';
import { useRead } from '../../calls/useCall.ts';
import { ChoiceFilter } from '../../look/ChoiceFilter.tsx';
import { DayFilter } from '../../look/DayFilter.tsx';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { useWhere } from '../../shell/route.ts';
import { AuditRows } from './AuditRows.tsx';

const SIZE = 25;
const BY = ['people', 'staff', 'liaison', 'exporter', 'system', 'all'] as const;

/** Who did what and when; nobody can change it. */
export default function Audit() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const filter = {
    words: query.get('cari') || undefined,
    from: query.get('dari') || undefined,
    until: query.get('sampai') || undefined,
    by: BY.find((one) => one === query.get('siapa')),
  };
  const page = pageIn(query);
  const log = useRead(searchAudit, { query: { ...filter, page, size: SIZE } });
  const filters = (
    <FilterBar>
      <SearchFilter />
      <ChoiceFilter
        name="siapa"
        label={t('audit.actor')}
        choices={BY.map((value) => ({ value, label: t(`audit.bys.${value}`) }))}
        otherwise="people"
        width={230}
      />
      <DayFilter name="dari" label={t('look.from')} />
      <DayFilter name="sampai" label={t('look.until')} />
    </FilterBar>
  );
  return (
    <ListFrame
      {...{ title: t('pages.catatan'), help: t('audit.help'), filters, read: log, size: SIZE }}
      none={({ total }) => (total === 0 ? t('look.none') : null)}
    >
      {({ entries }) => <AuditRows entries={entries} />}
    </ListFrame>
  );
}

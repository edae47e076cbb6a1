import { Badge, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { searchAudit } from '../../../contract/staff.ts';
import { useRead } from '../../calls/useCall.ts';
import { DayFilter } from '../../look/DayFilter.tsx';
import { momentOf } from '../../look/dates.ts';
import { FilterBar } from '../../look/FilterBar.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { SearchFilter } from '../../look/SearchFilter.tsx';
import { WideTable } from '../../look/WideTable.tsx';
import { useWhere } from '../../shell/route.ts';

const SIZE = 25;

/** Who did what and when; nobody can change it. */
export default function Audit() {
  const { t } = useTranslation();
  const { query } = useWhere();
  const filter = {
    words: query.get('cari') || undefined,
    from: query.get('dari') || undefined,
    until: query.get('sampai') || undefined,
  };
  const page = pageIn(query);
  const log = useRead(searchAudit, { query: { ...filter, page, size: SIZE } });
  const filters = (
    <FilterBar>
      <SearchFilter />
      <DayFilter name="dari" label={t('look.from')} />
      <DayFilter name="sampai" label={t('look.until')} />
    </FilterBar>
  );
  return (
    <ListFrame
      {...{ title: t('pages.catatan'), help: t('audit.help'), filters, read: log, size: SIZE }}
      none={({ total }) => (total === 0 ? t('look.none') : null)}
    >
      {({ entries }) => <Entries entries={entries} />}
    </ListFrame>
  );
}

interface Entry {
  at: string;
  actor: string;
  act: string;
  subject: string;
  outcome: string;
  details: Record<string, unknown>;
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  return (
    <WideTable
      label={t('pages.catatan')}
      columns={[t('audit.at'), t('audit.actor'), t('audit.act'), t('audit.subject')]}
    >
      {entries.map((entry, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no other name, and never change
        <Table.Tr key={at}>
          <Table.Td>{momentOf(entry.at)}</Table.Td>
          <Table.Td>{entry.actor}</Table.Td>
          <Table.Td>
            {t(`calls.${entry.act}`)} {entry.outcome === 'refused' && <Badge color="red">{t('audit.refused')}</Badge>}
          </Table.Td>
          <Table.Td>
            <Text size="sm" className="words">
              {entry.subject}
            </Text>
            {Object.keys(entry.details).length > 0 && (
              <Text size="xs" c="dimmed" className="words">
                {JSON.stringify(entry.details)}
              </Text>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}

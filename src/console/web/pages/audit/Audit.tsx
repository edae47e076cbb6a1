import { Badge, Group, Skeleton, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { searchAudit } from '../../../contract/staff.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Pages, pageIn } from '../../look/Pages.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { Wide } from '../../look/Wide.tsx';
import { changeQuery, useWhere } from '../../shell/route.ts';

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
  const set = (name: string) => (event: { currentTarget: { value: string } }) =>
    changeQuery({ [name]: event.currentTarget.value, hal: undefined });
  return (
    <>
      <PageHead title={t('pages.catatan')} help={t('audit.help')} />
      <Group mb="md" align="flex-end">
        <TextInput label={t('look.search')} value={filter.words ?? ''} onChange={set('cari')} />
        <TextInput type="date" label={t('look.from')} value={filter.from ?? ''} onChange={set('dari')} />
        <TextInput type="date" label={t('look.until')} value={filter.until ?? ''} onChange={set('sampai')} />
      </Group>
      {log.isError && <Trouble error={log.error} onRetry={() => void log.refetch()} />}
      {log.isPending && <Skeleton height={200} />}
      {log.data && <Entries entries={log.data.entries} />}
      {log.data && <Pages total={log.data.total} size={SIZE} page={page} />}
    </>
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
    <Wide label={t('pages.catatan')}>
      <Table miw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('audit.at')}</Table.Th>
            <Table.Th>{t('audit.actor')}</Table.Th>
            <Table.Th>{t('audit.act')}</Table.Th>
            <Table.Th>{t('audit.subject')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no other name, and never change
            <Table.Tr key={at}>
              <Table.Td>{momentOf(entry.at)}</Table.Td>
              <Table.Td>{entry.actor}</Table.Td>
              <Table.Td>
                {t(`calls.${entry.act}`)}{' '}
                {entry.outcome === 'refused' && <Badge color="red">{t('audit.refused')}</Badge>}
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
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

import { Alert, Anchor, Badge, Group, List, Skeleton, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readRow } from '../../../contract/knowledge.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { PageHead } from '../../look/PageHead.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { hrefTo } from '../../shell/route.ts';
import { History } from './History.tsx';
import { isRetired, RetiredRow } from './RetiredRow.tsx';
import { RowEditor } from './RowEditor.tsx';

/** One row: its editor, its history, and what cites it. */
export default function RowPage({ table, rowKey }: { table: string; rowKey: string }) {
  const { t, i18n } = useTranslation();
  const row = useRead(readRow, { params: { table, key: rowKey } });
  if (row.isError) return <Trouble error={row.error} onRetry={() => void row.refetch()} />;
  if (!row.data || row.data.key !== rowKey) return <Skeleton height={400} />;
  const { title, live, draft, history, stale, citedBy } = row.data;
  const retired = isRetired(row.data);
  return (
    <>
      <Anchor href={hrefTo(['pengetahuan', table])}>← {t(`tables.${table}`)}</Anchor>
      <PageHead title={(i18n.language === 'en' ? title.en : title.id) || rowKey} help={rowKey} />
      <Group gap="xs" mb="md">
        {live ? (
          <Badge>{t('knowledge.live', { revision: live.revision })}</Badge>
        ) : (
          <Badge color="gray">{t(history.length > 0 ? 'states.retired' : 'states.new')}</Badge>
        )}
        {draft && (
          <Badge color="blue">
            {t(`states.${draft.state}`)} · {draft.editedBy}
          </Badge>
        )}
        {draft?.publishAt && <Badge color="blue">{momentOf(draft.publishAt)}</Badge>}
        {stale && <Badge color="yellow.4">{t('knowledge.stale', { language: t(`languages.${stale}`) })}</Badge>}
      </Group>
      {draft?.note && <Alert mb="md">{draft.note}</Alert>}
      <Tabs defaultValue="edit" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="edit">{t('knowledge.edit')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('knowledge.history', { count: history.length })}</Tabs.Tab>
          {citedBy.length > 0 && <Tabs.Tab value="cited">{t('knowledge.citedBy', { count: citedBy.length })}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="edit">{retired ? <RetiredRow row={row.data} /> : <RowEditor row={row.data} />}</Tabs.Panel>
        <Tabs.Panel value="history">
          <History row={row.data} />
        </Tabs.Panel>
        <Tabs.Panel value="cited">
          <List>
            {citedBy.map((one) => (
              <List.Item key={`${one.table}/${one.key}`}>
                <Anchor href={hrefTo(['pengetahuan', one.table, one.key])}>{one.title.id}</Anchor> (
                {t(`tables.${one.table}`)})
              </List.Item>
            ))}
          </List>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

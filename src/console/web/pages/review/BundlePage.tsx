import { Alert, Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { discardBundle, readBundle } from '../../../contract/bundles.ts';
import { listReviews } from '../../../contract/knowledge.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { ListFrame } from '../../look/ListFrame.tsx';
import { pageIn } from '../../look/Pages.tsx';
import { useMay } from '../../session/useMay.ts';
import { goTo, hrefTo, useWhere } from '../../shell/route.ts';
import { RowDiff } from '../knowledge/WordDiff.tsx';
import { PublishBundle } from './PublishBundle.tsx';

const SIZE = 25;

/** The drafts of one import: row by row what is published and what it would become, then published together. */
export default function BundlePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const may = useMay();
  const [asked, setAsked] = useState<'publish' | 'discard' | null>(null);
  const read = useRead(readBundle, { params: { bundle: id }, query: { page: pageIn(query), size: SIZE } });
  const close = () => setAsked(null);
  const { bundle, mark = '', total = 0 } = read.data ?? {};
  const acts = may('publish-knowledge') && read.data && (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsked('discard')}>
        {t('console-excel:bundle.discard')}
      </Button>
      <Button onClick={() => setAsked('publish')}>{t('console-excel:bundle.check')}</Button>
    </>
  );
  return (
    <>
      <Anchor href={hrefTo(['tinjauan'])}>← {t('pages.tinjauan')}</Anchor>
      <ListFrame
        title={read.data ? t('console-excel:bundle.title', { count: total }) : t('pages.tinjauan')}
        help={bundle ? `${bundle.editedBy} · ${momentOf(bundle.editedAt)}` : t('console-excel:bundle.help')}
        {...{ acts, read, size: SIZE }}
        filters={bundle && <Alert mb="md">{bundle.note}</Alert>}
      >
        {({ rows }) => (
          <Stack>
            {rows.map((row) => (
              <RowCard key={`${row.table}/${row.key}`} row={row} />
            ))}
          </Stack>
        )}
      </ListFrame>
      {asked === 'publish' && <PublishBundle id={id} mark={mark} count={total} onClose={close} />}
      {asked === 'discard' && <Discard id={id} onClose={close} />}
    </>
  );
}

function RowCard({ row }: { row: z.output<typeof readBundle.reply>['rows'][number] }) {
  const { t, i18n } = useTranslation();
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Anchor href={hrefTo(['pengetahuan', row.table, row.key])} fw={600}>
          {i18n.language === 'en' ? row.title.en : row.title.id}
        </Anchor>
        {row.live === null && <Badge color="blue">{t('console-excel:bundle.new')}</Badge>}
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {t(`tables.${row.table}`)} · {row.key}
      </Text>
      <RowDiff before={row.live} after={row.value} />
    </Card>
  );
}

function Discard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const discarding = useChange(discardBundle, [listReviews]);
  const discard = () =>
    discarding.mutate({ params: { bundle: id }, body: {} }, { onSuccess: () => goTo(['tinjauan']) });
  return (
    <FormDialog
      title={t('console-excel:bundle.discard')}
      submit={t('console-excel:bundle.discard')}
      onSubmit={discard}
      isPending={discarding.isPending}
      error={discarding.error}
      onClose={onClose}
    >
      <Text>{t('console-excel:bundle.discardHelp')}</Text>
    </FormDialog>
  );
}

import { Alert, Badge, Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRows, type RevisionOfRow, readRow, restoreRevision } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { Findings } from './Findings.tsx';
import type { Row } from './row.ts';
import { RowDiff } from './WordDiff.tsx';

/** Every revision: who, when, why, what changed; and the way back. */
export function History({ row }: { row: Row }) {
  return (
    <Stack>
      {row.history.map((revision, at) => (
        <RevisionCard
          key={revision.revision}
          row={row}
          revision={revision}
          before={row.history[at + 1]?.value ?? null}
          isLive={at === 0}
        />
      ))}
    </Stack>
  );
}

interface CardProps {
  row: Row;
  revision: RevisionOfRow;
  before: Record<string, unknown> | null;
  isLive: boolean;
}

function RevisionCard({ row, revision, before, isLive }: CardProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [isShown, setIsShown] = useState(isLive);
  const canRestore = !isLive && revision.value !== null && may('publish-knowledge');
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Text fw={600}>
          {t('history.revision', { revision: revision.revision })} · {momentOf(revision.publishedAt)}
        </Text>
        <Group gap={4}>
          <Badge variant="light">{t(`history.${revision.origin}`)}</Badge>
          {isLive && <Badge>{t('history.live')}</Badge>}
        </Group>
      </Group>
      <Text size="sm">
        {revision.author}: {revision.reason}
      </Text>
      {isShown && <RowDiff before={before} after={revision.value} />}
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={() => setIsShown(!isShown)}>
          {t(isShown ? 'history.hide' : 'history.show')}
        </Button>
        {canRestore && <Restore row={row} revision={revision.revision} />}
      </Group>
    </Card>
  );
}

function Restore({ row, revision }: { row: Row; revision: number }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const restoring = useChange(restoreRevision, [readRow, listRows]);
  return (
    <>
      <TextInput
        size="xs"
        aria-label={t('gate.reason')}
        placeholder={t('gate.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        size="xs"
        disabled={reason.trim().length < 3}
        loading={restoring.isPending}
        onClick={() => restoring.mutate({ params: { table: row.table, key: row.key }, body: { revision, reason } })}
      >
        {t('history.restore')}
      </Button>
      {restoring.data?.kind === 'blocked' && <Findings findings={restoring.data.findings} />}
      {restoring.data?.kind === 'conflict' && <Alert color="red">{t('gate.conflict')}</Alert>}
      {restoring.error && <Trouble error={restoring.error} />}
    </>
  );
}

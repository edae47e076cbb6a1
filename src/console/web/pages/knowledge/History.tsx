import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevisionOfRow } from '../../../contract/knowledge.ts';
import { momentOf } from '../../look/dates.ts';
import { useMay } from '../../session/useMay.ts';
import { MarkWrong } from './MarkWrong.tsx';
import { Restore } from './Restore.tsx';
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
          isLive={revision.revision === row.live?.revision}
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
  const isRetirement = revision.value === null;
  const canRestore = !isLive && !isRetirement && may('publish-knowledge');
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Text fw={600}>
          {t('history.revision', { revision: revision.revision })} · {momentOf(revision.publishedAt)}
        </Text>
        <Group gap={4}>
          <Badge variant="light">{t(`history.${revision.origin}`)}</Badge>
          {isRetirement && <Badge color="gray">{t('states.retired')}</Badge>}
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
        {isLive && revision.revision > 1 && may('recall-answers') && (
          <MarkWrong table={row.table} rowKey={row.key} revision={revision.revision} />
        )}
        {canRestore && <Restore row={row} revision={revision.revision} label={t('history.restore')} />}
      </Group>
    </Card>
  );
}

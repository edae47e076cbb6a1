import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRows, type RevisionOfRow, readRow, restoreRevision } from '../../../contract/knowledge.ts';
import { listNotices } from '../../../contract/notices.ts';
import { useChange } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';
import { useMay } from '../../session/useMay.ts';
import { goTo } from '../../shell/route.ts';
import { Findings } from './Findings.tsx';
import { MarkWrong } from './MarkWrong.tsx';
import { isMaterialWhole, Material } from './Material.tsx';
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
        {isLive && revision.revision > 1 && may('recall-answers') && (
          <MarkWrong table={row.table} rowKey={row.key} revision={revision.revision} />
        )}
        {canRestore && <Restore row={row} revision={revision.revision} />}
      </Group>
    </Card>
  );
}

function Restore({ row, revision }: { row: Row; revision: number }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [material, setMaterial] = useState<string | null>(null);
  const restoring = useChange(restoreRevision, [readRow, listRows, listNotices]);
  const leave = () => {
    setIsOpen(false);
    if (material !== null) goTo(['kabar']);
  };
  const restore = () =>
    restoring.mutate(
      { params: { table: row.table, key: row.key }, body: { revision, reason, material } },
      { onSuccess: ({ kind }) => kind === 'published' && leave() },
    );
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {t('history.restore')}
      </Button>
      {isOpen && (
        <FormDialog
          {...{ title: t('history.restoreTitle', { revision }), submit: t('history.restore') }}
          {...{ onClose: () => setIsOpen(false), onSubmit: restore, isPending: restoring.isPending }}
          isBlocked={!isReason(reason) || !isMaterialWhole(material)}
          error={restoring.error}
          refused={restoring.data?.kind === 'conflict' && t('gate.conflict')}
        >
          <Reason
            {...{ label: t('gate.reason'), description: t('gate.reasonHelp'), value: reason, onChange: setReason }}
          />
          <Material value={material} onChange={setMaterial} />
          {restoring.data?.kind === 'blocked' && <Findings findings={restoring.data.findings} />}
        </FormDialog>
      )}
    </>
  );
}

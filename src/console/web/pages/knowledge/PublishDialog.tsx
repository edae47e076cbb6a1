import { Alert, Button, Checkbox, Group, List, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ChangedQuestion,
  checkDraft,
  listReviews,
  listRows,
  publishDraft,
  readRow,
  returnDraft,
} from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { momentOf } from '../../look/dates.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { Findings } from './Findings.tsx';
import type { Row } from './row.ts';
import { RowDiff } from './WordDiff.tsx';

const STALE = [readRow, listRows, listReviews];

/** The gate: what changes, what is wrong, which questions get another answer; then a reason, now or later. */
export function PublishDialog({ row, version, onClose }: { row: Row; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { table: row.table, key: row.key };
  const [reason, setReason] = useState('');
  const [isAccepted, setIsAccepted] = useState(false);
  const [publishAt, setPublishAt] = useState('');
  const checking = useChange(checkDraft);
  const publishing = useChange(publishDraft, STALE);
  const returning = useChange(returnDraft, STALE);
  const { mutate } = checking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for this draft
  useEffect(() => mutate({ params, body: {} }), [mutate, version]);
  const checked = checking.data;
  const isBlocked = checked?.findings.some(({ level }) => level === 'error') ?? true;
  const needsAccepting = (checked?.changedCount ?? 0) > 0 && !isAccepted;
  const publish = () => {
    const at = publishAt ? new Date(`${publishAt}:00+07:00`).toISOString() : null;
    const body = { version, reason, acceptedChanges: true, publishAt: at };
    publishing.mutate({ params, body }, { onSuccess: ({ kind }) => kind === 'published' && onClose() });
  };
  const error = checking.error ?? publishing.error ?? returning.error;
  return (
    <Dialog opened onClose={onClose} title={t('gate.title')} size="xl">
      <Stack>
        <RowDiff before={row.live?.value ?? null} after={row.draft?.value ?? null} />
        {checking.isPending && (
          <Group>
            <Loader size="sm" />
            <Text>{t('gate.checking')}</Text>
          </Group>
        )}
        {checked && <Findings findings={checked.findings} />}
        {checked && !isBlocked && (
          <Changes changed={checked.changed} count={checked.changedCount} of={checked.questionCount} />
        )}
        {checked && checked.changedCount > 0 && (
          <Checkbox
            checked={isAccepted}
            onChange={(event) => setIsAccepted(event.currentTarget.checked)}
            label={t('gate.accept', { count: checked.changedCount })}
          />
        )}
        <Textarea
          label={t('gate.reason')}
          description={t('gate.reasonHelp')}
          required
          minLength={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('gate.publishAt')}
          description={t('gate.publishAtHelp')}
          value={publishAt}
          onChange={(event) => setPublishAt(event.currentTarget.value)}
        />
        {publishing.data && <Outcome data={publishing.data} />}
        {error && <Trouble error={error} />}
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={reason.trim().length < 3}
            loading={returning.isPending}
            onClick={() =>
              returning.mutate(
                { params, body: { version, note: reason } },
                { onSuccess: ({ kind }) => kind === 'saved' && onClose() },
              )
            }
          >
            {t('gate.return')}
          </Button>
          <Button
            disabled={isBlocked || needsAccepting || reason.trim().length < 3}
            loading={publishing.isPending}
            onClick={publish}
          >
            {t(publishAt ? 'gate.schedule' : 'gate.publish')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Changes({ changed, count, of }: { changed: readonly ChangedQuestion[]; count: number; of: number }) {
  const { t } = useTranslation();
  if (count === 0) return <Alert color="teal">{t('gate.noChanges', { of })}</Alert>;
  return (
    <Alert color="orange" title={t('gate.changes', { count, of })}>
      <List size="sm">
        {changed.map(({ question, before, after }) => (
          <List.Item key={`${question} ${before}`}>
            “{question}”: {before ?? t('gate.noAnswer')} → <strong>{after ?? t('gate.noAnswer')}</strong>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Outcome({ data }: { data: { kind: string; publishAt?: string } }) {
  const { t } = useTranslation();
  const isFine = data.kind === 'scheduled';
  const moment = data.publishAt ? momentOf(data.publishAt) : '';
  return (
    <Alert color={isFine ? 'teal' : 'red'} role="alert">
      {t(`gate.${data.kind}`, { moment })}
    </Alert>
  );
}

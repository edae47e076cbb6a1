import { Alert, Checkbox, Group, List, Loader, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ChangedQuestion, checkDraft } from '../../../contract/knowledge.ts';
import { Findings } from './Findings.tsx';

type Checked = z.output<typeof checkDraft.reply>;

/** Whether something still stands against publishing: errors, or changed answers that nobody has accepted. */
export function isGateShut(checked: Checked | undefined, isAccepted: boolean): boolean {
  const isBlocked = checked?.findings.some(({ level }) => level === 'error') ?? true;
  return isBlocked || ((checked?.changedCount ?? 0) > 0 && !isAccepted);
}

interface Props {
  checking: { data: Checked | undefined; isPending: boolean };
  isAccepted: boolean;
  onAccept: (isAccepted: boolean) => void;
}

/** What the gate has found: errors, and questions that get another answer, to be accepted. */
export function GateReport({ checking: { data, isPending }, isAccepted, onAccept }: Props) {
  const { t } = useTranslation();
  const isBlocked = data?.findings.some(({ level }) => level === 'error') ?? true;
  return (
    <>
      {isPending && (
        <Group>
          <Loader size="sm" />
          <Text>{t('gate.checking')}</Text>
        </Group>
      )}
      {data && <Findings findings={data.findings} />}
      {data && !isBlocked && <Changes changed={data.changed} count={data.changedCount} of={data.questionCount} />}
      {data && data.changedCount > 0 && (
        <Checkbox
          checked={isAccepted}
          onChange={(event) => onAccept(event.currentTarget.checked)}
          label={t('gate.accept', { count: data.changedCount })}
        />
      )}
    </>
  );
}

/** Questions that get another answer. */
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

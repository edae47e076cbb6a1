import { Alert, Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkDraft, listReviews, listRows, publishDraft, readRow, returnDraft } from '../../../contract/knowledge.ts';
import { listNotices } from '../../../contract/notices.ts';
import { useChange } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';
import { goTo } from '../../shell/route.ts';
import { GateReport, isGateShut } from './GateReport.tsx';
import { isMaterialWhole, Material } from './Material.tsx';
import type { Row } from './row.ts';
import { RowDiff } from './WordDiff.tsx';

const STALE = [readRow, listRows, listReviews, listNotices];

/** The gate: what changes, what is wrong, which questions get another answer; then a reason, now or later. */
export function PublishDialog({ row, version, onClose }: { row: Row; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { table: row.table, key: row.key };
  const [reason, setReason] = useState('');
  const [isAccepted, setIsAccepted] = useState(false);
  const [publishAt, setPublishAt] = useState('');
  const [material, setMaterial] = useState<string | null>(row.draft?.isMaterial ? '' : null);
  const checking = useChange(checkDraft);
  const publishing = useChange(publishDraft, STALE);
  const returning = useChange(returnDraft, STALE);
  const { mutate } = checking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for this draft
  useEffect(() => mutate({ params, body: {} }), [mutate, version]);
  const publish = () => {
    const at = publishAt ? new Date(`${publishAt}:00+07:00`).toISOString() : null;
    const body = { version, reason, acceptedChanges: true, publishAt: at, material };
    publishing.mutate({ params, body }, { onSuccess: ({ kind }) => kind === 'published' && leave() });
  };
  /** Who has been misled is looked at next. */
  const leave = () => {
    onClose();
    if (material !== null) goTo(['kabar']);
  };
  const giveBack = () =>
    returning.mutate(
      { params, body: { version, note: reason } },
      { onSuccess: ({ kind }) => kind === 'saved' && onClose() },
    );
  const outcome = publishing.data;
  const isRefused = outcome && outcome.kind !== 'scheduled' && outcome.kind !== 'published';
  return (
    <FormDialog
      {...{ title: t('gate.title'), size: 'xl', onClose, onSubmit: publish }}
      submit={t(publishAt ? 'gate.schedule' : 'gate.publish')}
      isPending={publishing.isPending}
      isBlocked={isGateShut(checking.data, isAccepted) || !isReason(reason) || !isMaterialWhole(material)}
      error={checking.error ?? publishing.error ?? returning.error}
      refused={isRefused && t(`gate.${outcome.kind}`)}
      beside={
        <Button variant="default" disabled={!isReason(reason)} loading={returning.isPending} onClick={giveBack}>
          {t('gate.return')}
        </Button>
      }
    >
      <RowDiff before={row.live?.value ?? null} after={row.draft?.value ?? null} />
      <GateReport checking={checking} isAccepted={isAccepted} onAccept={setIsAccepted} />
      <Reason {...{ label: t('gate.reason'), description: t('gate.reasonHelp'), value: reason, onChange: setReason }} />
      {row.live && <Material value={material} onChange={setMaterial} />}
      <TextInput
        type="datetime-local"
        label={t('gate.publishAt')}
        description={t('gate.publishAtHelp')}
        value={publishAt}
        onChange={(event) => setPublishAt(event.currentTarget.value)}
      />
      {outcome?.kind === 'scheduled' && (
        <Alert color="teal" role="alert">
          {t('gate.scheduled', { moment: momentOf(outcome.publishAt) })}
        </Alert>
      )}
    </FormDialog>
  );
}

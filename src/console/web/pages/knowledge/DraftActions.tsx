import { Alert, Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { discardDraft, listReviews, listRows, readRow, saveDraft, submitDraft } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { goTo } from '../../shell/route.ts';
import { Findings } from './Findings.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import type { Row } from './row.ts';
import type { Editing } from './useEditing.ts';

interface Props {
  row: Row;
  editing: Editing;
  onTry?: (() => void) | undefined;
}

const STALE = [readRow, listRows, listReviews];

/** What can be done with a draft: keep it, send it to review, try it, publish it, throw it away; or retire the row. */
export function DraftActions({ row, editing, onTry }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const [note, setNote] = useState('');
  const [isPublishing, setIsPublishing] = useState(false);
  const submitting = useChange(submitDraft, STALE);
  const discarding = useChange(discardDraft, STALE);
  const retiring = useChange(saveDraft, STALE);
  const { table, key, draft, live } = row;
  const params = { table, key };
  const whenSaved = async (act: (version: number) => void) => {
    const version = editing.isChanged ? await editing.save() : editing.version;
    if (version !== null) act(version);
  };
  const discard = () => {
    editing.forget();
    const isNew = live === null;
    discarding.mutate(
      { params, body: { version: editing.version } },
      { onSuccess: () => isNew && goTo(['pengetahuan', table]) },
    );
  };
  const retire = () =>
    retiring.mutate({ params, body: { value: null, baseRevision: live?.revision ?? 0, version: draft?.version ?? 0 } });
  const error = submitting.error ?? discarding.error ?? retiring.error;
  const hasDraft = editing.version > 0;
  if (!may('write-drafts')) return null;
  return (
    <>
      {submitting.data?.kind === 'blocked' && <Findings findings={submitting.data.findings} />}
      {submitting.data?.kind === 'conflict' && <Alert color="red">{t('knowledge.moved')}</Alert>}
      {error && <Trouble error={error} />}
      {(editing.isChanged || draft?.state === 'draft') && (
        <Textarea
          label={t('knowledge.note')}
          description={t('knowledge.noteHelp')}
          maxLength={500}
          autosize
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <Group className="no-print">
        <Button
          variant="default"
          loading={editing.isSaving}
          disabled={!editing.isChanged}
          onClick={() => void editing.save()}
        >
          {t('knowledge.save')}
        </Button>
        {onTry && (
          <Button variant="default" onClick={onTry}>
            {t('knowledge.try')}
          </Button>
        )}
        {(editing.isChanged || draft?.state === 'draft') && (
          <Button
            loading={submitting.isPending}
            onClick={() => void whenSaved((version) => submitting.mutate({ params, body: { version, note } }))}
          >
            {t('knowledge.submit')}
          </Button>
        )}
        {hasDraft && may('publish-knowledge') && (
          <Button
            variant={draft?.state === 'in-review' ? 'filled' : 'light'}
            onClick={() => void whenSaved(() => setIsPublishing(true))}
          >
            {t('knowledge.publish')}
          </Button>
        )}
        {hasDraft && (
          <Button variant="subtle" color="red" loading={discarding.isPending} onClick={discard}>
            {t('knowledge.discard')}
          </Button>
        )}
        {!hasDraft && live && (
          <Button variant="subtle" color="red" loading={retiring.isPending} onClick={retire}>
            {t('knowledge.retire')}
          </Button>
        )}
      </Group>
      {isPublishing && <PublishDialog row={row} version={editing.version} onClose={() => setIsPublishing(false)} />}
    </>
  );
}

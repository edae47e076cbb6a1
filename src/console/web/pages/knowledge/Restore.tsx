import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listRows, readRow, restoreRevision } from '../../../contract/knowledge.ts';
import { listNotices } from '../../../contract/notices.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';
import { goTo } from '../../shell/route.ts';
import { Findings } from './Findings.tsx';
import { isMaterialWhole, Material } from './Material.tsx';
import type { Row } from './row.ts';

/** Publishes an earlier revision again. The reason stands there already; who knows a better one writes it. */
export function Restore({ row, revision, label }: { row: Row; revision: number; label: string }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const title = t('history.restoreTitle', { revision });
  const [reason, setReason] = useState(title);
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
        {label}
      </Button>
      {isOpen && (
        <FormDialog
          {...{ title, submit: label }}
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

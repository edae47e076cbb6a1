import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkBundle, publishBundle } from '../../../contract/bundles.ts';
import { listReviews, listRows } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';
import { goTo } from '../../shell/route.ts';
import { GateReport, isGateShut } from '../knowledge/GateReport.tsx';

interface Props {
  id: string;
  /** Names the drafts as they were looked at. */
  mark: string;
  count: number;
  onClose: () => void;
}

/** The gate for an import: the same as for one draft, once for all its rows. */
export function PublishBundle({ id, mark, count, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isAccepted, setIsAccepted] = useState(false);
  const checking = useChange(checkBundle);
  const publishing = useChange(publishBundle, [listReviews, listRows]);
  const { mutate } = checking;
  useEffect(() => mutate({ params: { bundle: id }, body: {} }), [mutate, id]);
  const publish = () =>
    publishing.mutate(
      { params: { bundle: id }, body: { mark, reason, acceptedChanges: true } },
      { onSuccess: ({ kind }) => kind === 'published' && goTo(['tinjauan']) },
    );
  const outcome = publishing.data;
  return (
    <FormDialog
      {...{ title: t('console-excel:bundle.check'), size: 'xl', onClose, onSubmit: publish }}
      submit={t('gate.publish')}
      isPending={publishing.isPending}
      isBlocked={isGateShut(checking.data, isAccepted) || !isReason(reason)}
      error={checking.error ?? publishing.error}
      refused={outcome && outcome.kind !== 'published' && t(`gate.${outcome.kind}`)}
    >
      <Text size="sm">{t('console-excel:bundle.title', { count })}</Text>
      <GateReport checking={checking} isAccepted={isAccepted} onAccept={setIsAccepted} />
      <Reason {...{ label: t('gate.reason'), description: t('gate.reasonHelp'), value: reason, onChange: setReason }} />
    </FormDialog>
  );
}

import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listNotices, makeNotice } from '../../../contract/notices.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';
import { goTo } from '../../shell/route.ts';

interface Props {
  table: string;
  rowKey: string;
  revision: number;
}

/** Says afterwards that what stood there before a revision was wrong; then its readers are looked at. */
export function MarkWrong({ table, rowKey, revision }: Props) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const making = useChange(makeNotice, [listNotices]);
  const make = () =>
    making.mutate(
      { body: { table, key: rowKey, revision, reason } },
      { onSuccess: (made) => made.kind === 'made' && goTo(['kabar', String(made.id)]) },
    );
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
        {t('console-notices:mark.button')}
      </Button>
      {isOpen && (
        <FormDialog
          {...{ title: t('console-notices:mark.title', { revision }), submit: t('console-notices:mark.submit') }}
          {...{ onClose: () => setIsOpen(false), onSubmit: make, isPending: making.isPending, error: making.error }}
          isBlocked={!isReason(reason)}
          refused={making.data?.kind === 'not-made' && t('console-notices:mark.not-made')}
        >
          <Text size="sm">{t('console-notices:mark.help')}</Text>
          <Reason
            {...{ label: t('console-notices:material.reason'), description: t('console-notices:material.reasonHelp') }}
            {...{ value: reason, onChange: setReason }}
          />
        </FormDialog>
      )}
    </>
  );
}

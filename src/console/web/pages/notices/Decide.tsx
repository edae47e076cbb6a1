import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listNotices, readNotice, sendNotice, setNoticeAside } from '../../../contract/notices.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { isReason, Reason } from '../../look/Reason.tsx';

type Open = 'send' | 'aside' | null;

/** To send it, or not: each asks once more. */
export function Decide({ id, people }: { id: number; people: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const [reason, setReason] = useState('');
  const sending = useChange(sendNotice, [readNotice, listNotices]);
  const setting = useChange(setNoticeAside, [readNotice, listNotices]);
  const params = { id: String(id) };
  const close = () => setOpen(null);
  const refused = sending.data && sending.data.kind !== 'sent' ? sending.data.kind : null;
  return (
    <>
      <Group>
        {people > 0 && <Button onClick={() => setOpen('send')}>{t('console-notices:send', { count: people })}</Button>}
        <Button variant="default" onClick={() => setOpen('aside')}>
          {t('console-notices:setAside')}
        </Button>
      </Group>
      {sending.data?.kind === 'sent' && (
        <Alert color="teal">{t('console-notices:sent', { count: sending.data.people })}</Alert>
      )}
      {open === 'send' && (
        <FormDialog
          title={t('console-notices:send', { count: people })}
          submit={t('console-notices:send', { count: people })}
          onClose={close}
          onSubmit={() => sending.mutate({ params, body: {} }, { onSuccess: ({ kind }) => kind === 'sent' && close() })}
          isPending={sending.isPending}
          error={sending.error}
          refused={refused && t(`console-notices:${refused === 'settled' ? 'alreadySettled' : refused}`)}
        >
          <Text size="sm">{t('console-notices:sure')}</Text>
        </FormDialog>
      )}
      {open === 'aside' && (
        <FormDialog
          {...{ title: t('console-notices:setAside'), submit: t('console-notices:setAside'), onClose: close }}
          onSubmit={() => setting.mutate({ params, body: { reason } }, { onSuccess: close })}
          {...{ isPending: setting.isPending, error: setting.error, isBlocked: !isReason(reason) }}
        >
          <Reason {...{ label: t('console-notices:setAsideReason'), value: reason, onChange: setReason }} />
        </FormDialog>
      )}
    </>
  );
}

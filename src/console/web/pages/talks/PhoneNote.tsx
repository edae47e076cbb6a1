import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TalkPhone } from '../../../contract/talks.ts';
import { momentOf } from '../../look/dates.ts';

/** Whether she can be written to on WhatsApp, what waits for her, and whom to call otherwise. */
export function PhoneNote({ phone: { number, username, openUntil, parked, invitedAt } }: { phone: TalkPhone }) {
  const { t } = useTranslation();
  const name = number ? `+${number}` : (username ?? t('console-delivery:noNumber'));
  return (
    <Alert color={openUntil ? 'gray' : 'yellow'} mb="md" title={`${t('console-delivery:phone')}: ${name}`}>
      <Text size="sm">
        {openUntil ? t('console-delivery:openUntil', { moment: momentOf(openUntil) }) : t('console-delivery:shut')}
      </Text>
      {parked > 0 && (
        <Text size="sm">
          <strong>{t('console-delivery:parked', { count: parked })}</strong>{' '}
          {invitedAt && t('console-delivery:invited', { moment: momentOf(invitedAt) })}
        </Text>
      )}
    </Alert>
  );
}

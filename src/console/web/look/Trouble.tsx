import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refused } from '../calls/send.ts';

const SAID = new Set(['NotYourRole', 'TooManyRequests', 'SignInFirst', 'BadInput', 'NotFound', 'BodyTooLarge']);

/** Says what went wrong and what to do about it. What was typed stays where it is. */
export function Trouble({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation();
  const code = error instanceof Refused ? (SAID.has(error.code) ? error.code : 'Other') : 'Unreached';
  return (
    <Alert color="red" role="alert" title={t(`trouble.${code}.title`)}>
      {t(`trouble.${code}.remedy`, { detail: error instanceof Refused ? error.message : '' })}
      {onRetry && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('trouble.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

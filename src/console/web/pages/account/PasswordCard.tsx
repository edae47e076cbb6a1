import { Alert, Button, Card, Group, PasswordInput, Stack, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword, listSessions } from '../../../contract/account.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';

/** Changes the password; all other sessions end with it. */
export function PasswordCard() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const changing = useChange(changePassword, [listSessions]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    changing.mutate({ body: { current, wanted } });
  };
  const eye = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } };
  return (
    <Card withBorder>
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} size="h4">
            {t('account.password')}
          </Title>
          <PasswordInput
            label={t('account.current')}
            required
            value={current}
            autoComplete="current-password"
            onChange={(event) => setCurrent(event.currentTarget.value)}
            {...eye}
          />
          <PasswordInput
            label={t('account.wanted')}
            description={t('invitation.passwordHelp', { count: 12 })}
            required
            minLength={12}
            maxLength={128}
            value={wanted}
            autoComplete="new-password"
            onChange={(event) => setWanted(event.currentTarget.value)}
            {...eye}
          />
          {changing.data && (
            <Alert color={changing.data.kind === 'changed' ? 'teal' : 'red'}>
              {t(`account.password-${changing.data.kind}`)}
            </Alert>
          )}
          {changing.isError && <Trouble error={changing.error} />}
          <Group>
            <Button type="submit" variant="default" loading={changing.isPending}>
              {t('account.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation, readInvitation } from '../../contract/account.ts';
import { useChange } from '../calls/useCall.ts';
import { Trouble } from '../look/Trouble.tsx';

const LEAST_PASSWORD = 12;

/** Where a link leads: name and password for a new account, or a new password for an old one. */
export function Invitation({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation();
  const reading = useChange(readInvitation);
  const { mutate } = reading;
  useEffect(() => mutate({ body: { token } }), [mutate, token]);
  const invitation = reading.data?.invitation;
  return (
    <main>
      <Paper maw={460} mx="auto" mt={{ base: 'md', sm: 80 }} p="lg" withBorder>
        <Stack>
          <Title order={1} size="h3">
            {t('invitation.title')}
          </Title>
          {reading.isError && <Trouble error={reading.error} onRetry={() => mutate({ body: { token } })} />}
          {reading.isSuccess && !invitation && <Alert color="red">{t('invitation.gone')}</Alert>}
          {invitation && <AcceptForm token={token} invitation={invitation} onDone={onDone} />}
        </Stack>
      </Paper>
    </main>
  );
}

interface FormProps {
  token: string;
  invitation: { kind: string; email: string | null; roles: string[] };
  onDone: () => void;
}

function AcceptForm({ token, invitation, onDone }: FormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(invitation.email ?? '');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accepting = useChange(acceptInvitation);
  const isReset = invitation.kind === 'reset';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { token, name: isReset ? email : name, password, ...(invitation.email ? {} : { email }) };
    accepting.mutate({ body });
  };
  if (accepting.data?.kind === 'accepted')
    return (
      <>
        <Alert color="teal">{t('invitation.accepted')}</Alert>
        <Button onClick={onDone}>{t('invitation.toSignIn')}</Button>
      </>
    );
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text>{t(`invitation.${invitation.kind}`)}</Text>
        <TextInput
          type="email"
          label={t('signIn.email')}
          required
          value={email}
          disabled={invitation.email !== null}
          autoComplete="username"
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {!isReset && (
          <TextInput
            label={t('invitation.name')}
            required
            maxLength={120}
            value={name}
            autoComplete="name"
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label={t('invitation.password')}
          description={t('invitation.passwordHelp', { count: LEAST_PASSWORD })}
          required
          minLength={LEAST_PASSWORD}
          maxLength={128}
          value={password}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {accepting.data && <Alert color="red">{t(`invitation.${accepting.data.kind}`)}</Alert>}
        {accepting.isError && <Trouble error={accepting.error} />}
        <Button type="submit" loading={accepting.isPending}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}

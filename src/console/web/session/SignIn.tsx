import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { confirmSignIn, type Me, signIn, type signInReplySchema } from '../../contract/account.ts';
import { useChange } from '../calls/useCall.ts';
import { clockOf } from '../look/dates.ts';
import { Trouble } from '../look/Trouble.tsx';
import { SingleSignOnButton } from './SingleSignOnButton.tsx';

type Reply = z.output<typeof signInReplySchema>;

/** How single sign-on has ended or gone on; `#/masuk/…` says it, where the provider's answer leads to. */
export type Returned = 'refused' | 'second-factor' | null;

interface Props {
  onSignedIn: (me: Me) => void;
  returned?: Returned;
  hasSingleSignOn?: boolean;
  /** Without frame, over a page. */
  isBare?: boolean;
  email?: string;
}

/** E-mail address and password, then the second factor of those who have one. */
export function SignIn({ onSignedIn, returned = null, hasSingleSignOn = false, isBare = false, email = '' }: Props) {
  const { t } = useTranslation();
  const [reply, setReply] = useState<Reply | null>(returned === 'second-factor' ? { kind: 'second-factor' } : null);
  const take = (next: Reply) => {
    if (next.kind === 'signed-in') onSignedIn(next.me);
    // A wrong code leaves the second step open.
    else setReply((before) => (before?.kind === 'second-factor' && next.kind === 'refused' ? { ...before } : next));
  };
  const form =
    reply?.kind === 'second-factor' ? <CodeForm onReply={take} /> : <PasswordForm email={email} onReply={take} />;
  const content = (
    <Stack>
      <Title order={1} size="h3">
        {t('signIn.title')}
      </Title>
      {reply && reply.kind !== 'signed-in' && reply.kind !== 'second-factor' && (
        <Alert color="red" role="alert">
          {reply.kind === 'locked' ? t('signIn.locked', { time: clockOf(reply.until) }) : t('signIn.refused')}
        </Alert>
      )}
      {!reply && returned === 'refused' && (
        <Alert color="red" role="alert">
          {t('signIn.ssoRefused')}
        </Alert>
      )}
      {form}
      {hasSingleSignOn && reply?.kind !== 'second-factor' && <SingleSignOnButton isBeside={isBare} />}
    </Stack>
  );
  if (isBare) return content;
  return (
    <main>
      <Paper maw={420} mx="auto" mt={{ base: 'md', sm: 80 }} p="lg" withBorder>
        {content}
      </Paper>
    </main>
  );
}

function PasswordForm({ email, onReply }: { email: string; onReply: (reply: Reply) => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(email);
  const [password, setPassword] = useState('');
  const trying = useChange(signIn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trying.mutate({ body: { email: address, password } }, { onSuccess: onReply });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          required
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        {trying.isError && <Trouble error={trying.error} />}
        <Button type="submit" loading={trying.isPending}>
          {t('signIn.enter')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('signIn.forgotten')}
        </Text>
      </Stack>
    </form>
  );
}

function CodeForm({ onReply }: { onReply: (reply: Reply) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const trying = useChange(confirmSignIn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trying.mutate({ body: { code } }, { onSuccess: onReply });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t('signIn.code')}
          description={t('signIn.codeHelp')}
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={trying.data?.kind === 'refused' && t('signIn.codeRefused')}
        />
        {trying.isError && <Trouble error={trying.error} />}
        <Button type="submit" loading={trying.isPending}>
          {t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  );
}

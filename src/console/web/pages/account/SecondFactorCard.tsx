import {
  Alert,
  Anchor,
  Badge,
  Button,
  Card,
  Code,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  listSessions,
  whoAmI,
} from '../../../contract/account.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { QrCode } from './QrCode.tsx';

/** Turns the second factor on and off; both take the password. */
export function SecondFactorCard({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const beginning = useChange(beginSecondFactor);
  const ending = useChange(endSecondFactor, [whoAmI, listSessions]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    (isOn ? ending : beginning).mutate({ body: { password } });
    setPassword('');
  };
  const begun = !isOn && beginning.data?.kind === 'begun' ? beginning.data : null;
  const isRefused = beginning.data?.kind === 'refused' || ending.data?.kind === 'refused';
  const error = beginning.error ?? ending.error;
  return (
    <Card withBorder>
      <Stack>
        <Group>
          <Title order={2} size="h4">
            {t('account.secondFactor')}
          </Title>
          <Badge color={isOn ? 'teal' : 'gray'}>{t(isOn ? 'account.on' : 'account.off')}</Badge>
        </Group>
        <Text size="sm">{t('account.secondFactorHelp')}</Text>
        {begun && <ConfirmFactor {...begun} />}
        {!begun && (
          <form onSubmit={submit}>
            <Group align="flex-end">
              <PasswordInput
                label={t('signIn.password')}
                required
                value={password}
                autoComplete="current-password"
                onChange={(event) => setPassword(event.currentTarget.value)}
                visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
                style={{ flexGrow: 1 }}
              />
              <Button type="submit" variant="default" loading={beginning.isPending || ending.isPending}>
                {t(isOn ? 'account.turnOff' : 'account.turnOn')}
              </Button>
            </Group>
          </form>
        )}
        {isRefused && <Alert color="red">{t('account.password-refused')}</Alert>}
        {error && <Trouble error={error} />}
      </Stack>
    </Card>
  );
}

function ConfirmFactor({ link, secret, codes }: { link: string; secret: string; codes: readonly string[] }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const confirming = useChange(confirmSecondFactor, [whoAmI, listSessions]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirming.mutate({ body: { code } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Text size="sm">
          {t('account.step1')}{' '}
          <Anchor href={link} underline="always">
            {t('account.openApp')}
          </Anchor>
        </Text>
        <QrCode text={link} label={t('account.qrCode')} />
        <Text size="sm">{t('account.key')}</Text>
        <Code block className="words">
          {secret.replace(/(.{4})/g, '$1 ').trim()}
        </Code>
        <Text size="sm">{t('account.step2')}</Text>
        <Code block className="words">
          {codes.join('\n')}
        </Code>
        <Group align="flex-end">
          <TextInput
            label={t('account.step3')}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d{6}"
            required
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={confirming.data?.kind === 'refused' && t('signIn.codeRefused')}
          />
          <Button type="submit" loading={confirming.isPending}>
            {t('account.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

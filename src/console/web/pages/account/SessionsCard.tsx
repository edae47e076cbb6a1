import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endSession, listSessions } from '../../../contract/account.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { Trouble } from '../../look/Trouble.tsx';

/** Where one is signed in, and the way to end it from here. */
export function SessionsCard() {
  const { t } = useTranslation();
  const sessions = useRead(listSessions);
  const ending = useChange(endSession, [listSessions]);
  return (
    <Card withBorder>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('account.sessions')}
        </Title>
        {sessions.isError && <Trouble error={sessions.error} />}
        {ending.isError && <Trouble error={ending.error} />}
        {sessions.data?.sessions.map((session) => (
          <Group key={session.id} justify="space-between" wrap="nowrap">
            <Stack gap={0}>
              <Text size="sm" lineClamp={2} className="words">
                {session.browser || t('account.unknownBrowser')}
              </Text>
              <Text size="xs" c="dimmed">
                {t('account.seen', { moment: momentOf(session.seenAt) })}
              </Text>
            </Stack>
            {session.isThis ? (
              <Badge>{t('account.thisSession')}</Badge>
            ) : (
              <Button
                size="xs"
                variant="default"
                loading={ending.isPending}
                onClick={() => ending.mutate({ params: { id: session.id } })}
              >
                {t('account.end')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}

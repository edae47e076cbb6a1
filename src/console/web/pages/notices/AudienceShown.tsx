import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../../contract/notices.ts';
import { Marked } from '../../look/Marked.tsx';

/** Whom a notice would reach, by channel, and in which words. */
export function AudienceShown({ audience }: { audience: Audience }) {
  const { t } = useTranslation();
  const { byChannel, silent, samples } = audience;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {byChannel.map(({ channel, people }) => (
          <Badge key={channel} variant="light" tt="none">
            {t(`channels.${channel}`)}: {people}
          </Badge>
        ))}
      </Group>
      {silent > 0 && <Text size="sm">{t('console-notices:silent', { count: silent })}</Text>}
      {samples.map(({ language, text }) => (
        <div key={language} lang={language} className="read">
          <Text size="sm" c="dimmed" mb={4}>
            {t('console-notices:sample', { language: t(`languages.${language}`) })}
          </Text>
          <div className="bubble bubble-web">
            <Marked text={text} />
          </div>
        </div>
      ))}
      <Alert color="yellow">
        {t('console-notices:sure')}
        {byChannel.some(({ channel }) => channel === 'whatsapp') && ` ${t('console-notices:whatsAppLate')}`}
      </Alert>
    </Stack>
  );
}

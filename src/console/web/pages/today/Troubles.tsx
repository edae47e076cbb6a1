import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Parked, Undelivered } from '../../../contract/today.ts';
import { Delivered } from '../../look/Delivered.tsx';
import { momentOf } from '../../look/dates.ts';
import { hrefTo } from '../../shell/route.ts';
import { Heading } from './Heading.tsx';

interface Props {
  undelivered: readonly Undelivered[];
  parked: readonly Parked[];
}

/** What did not reach somebody, each with the place where something can be done about it; and what waits for an exporter. */
export function Troubles({ undelivered, parked }: Props) {
  const { t } = useTranslation();
  if (undelivered.length + parked.length === 0) return null;
  return (
    <>
      <Heading>{t('console-today:undelivered')}</Heading>
      <Stack gap="xs">
        {undelivered.map(({ kind, talk, number, delivery }) => (
          <Group key={`${kind} ${talk} ${number} ${delivery.at}`} gap="xs">
            <Text size="sm">{t(`console-today:kinds.${kind}`)}</Text>
            <Place talk={kind === 'whatsapp' ? talk : null} number={number} />
            {delivery.at && (
              <Text size="xs" c="dimmed">
                {momentOf(delivery.at)}
              </Text>
            )}
            <Delivered delivery={{ ...delivery, at: null }} />
          </Group>
        ))}
        {parked.map(({ talk, count, invitedAt }) => (
          <Group key={talk} gap="xs">
            <Text size="sm">{t('console-delivery:parked', { count })}</Text>
            <Place talk={talk} number={null} />
            {invitedAt && (
              <Text size="xs" c="dimmed">
                {t('console-delivery:invited', { moment: momentOf(invitedAt) })}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </>
  );
}

function Place({ talk, number }: { talk: string | null; number: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {number && (
        <Anchor size="sm" underline="always" href={hrefTo(['kasus', number])}>
          {number}
        </Anchor>
      )}
      {talk && (
        <Anchor size="sm" underline="always" href={hrefTo(['percakapan', talk])}>
          {t('console-today:openTalk')}
        </Anchor>
      )}
    </>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PLACEHOLDERS } from '../../../contract/canned.ts';

/** What fills itself when the text is inserted, one button each. */
export function PlaceholderButtons({ onPick }: { onPick: (placeholder: string) => void }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} mt={4}>
      <Text size="xs" c="dimmed">
        {t('console-canned:placeholders')}:
      </Text>
      {PLACEHOLDERS.map((name) => (
        <Button
          key={name}
          size="compact-xs"
          variant="default"
          aria-label={t('console-canned:insertPlaceholder', { name: t(`console-canned:placeholder.${name}`) })}
          onClick={() => onPick(`{${name}}`)}
        >
          {t(`console-canned:placeholder.${name}`)}
        </Button>
      ))}
    </Group>
  );
}

import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Says that unsent words are back, and takes them away on request. */
export function RecoveredNote({ onForget }: { onForget: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" py="xs">
      <Group justify="space-between" gap="xs">
        {t('console-canned:kept')}
        <Button size="compact-sm" variant="default" onClick={onForget}>
          {t('console-canned:forget')}
        </Button>
      </Group>
    </Alert>
  );
}

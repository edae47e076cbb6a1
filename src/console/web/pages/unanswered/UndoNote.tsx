import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listSetAside, listUnanswered, restoreSetAside } from '../../../contract/unanswered.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';

/** Right after something was set aside: one touch, and it is back. */
export function UndoNote({ at, onUndone }: { at: string; onUndone: () => void }) {
  const { t } = useTranslation();
  const restoring = useChange(restoreSetAside, [listUnanswered, listSetAside]);
  return (
    <Alert mb="md" role="status">
      <Group justify="space-between">
        <Text size="sm">{t('console-unanswered:asideDone')}</Text>
        <Button
          size="xs"
          variant="default"
          loading={restoring.isPending}
          onClick={() => restoring.mutate({ body: { at } }, { onSuccess: onUndone })}
        >
          {t('console-unanswered:undo')}
        </Button>
      </Group>
      {restoring.error && <Trouble error={restoring.error} />}
    </Alert>
  );
}

import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/useMay.ts';
import { History } from './History.tsx';
import { Restore } from './Restore.tsx';
import type { Row } from './row.ts';

/** A row that was taken out of use: what it said, who retired it and why, and the way back. */
export function RetiredRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const may = useMay();
  const last = row.history.find(({ value }) => value !== null);
  return (
    <Stack>
      <Alert color="orange">
        <Text size="sm" mb="xs">
          {t('console-excel:retired.help')}
        </Text>
        {last && may('publish-knowledge') && (
          <Restore row={row} revision={last.revision} label={t('console-excel:retired.restore')} />
        )}
      </Alert>
      <History row={row} />
    </Stack>
  );
}

/** Whether a row is one that was retired, and nobody is writing it anew. */
export function isRetired({ live, draft, history }: Row): boolean {
  return live === null && draft === null && history.length > 0;
}

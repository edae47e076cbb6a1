import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../look/Dialog.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { DraftActions } from './DraftActions.tsx';
import { EntryForm } from './EntryForm.tsx';
import type { Row } from './row.ts';
import { TryBox } from './TryIt.tsx';
import { useEditing } from './useEditing.ts';

const SchemaForm = lazy(() => import('./SchemaForm.tsx'));

/** Edits a row as a draft: nothing an exporter reads changes before it is published. */
export function RowEditor({ row }: { row: Row }) {
  const { t } = useTranslation();
  const may = useMay();
  const { table, key, live, draft, history } = row;
  const baseRevision = draft?.baseRevision ?? live?.revision ?? history[0]?.revision ?? 0;
  const editing = useEditing({ table, key, live, draft, baseRevision });
  const [isTrying, setIsTrying] = useState(false);
  const isReadOnly = !may('write-drafts');
  const isWritten = 'answer' in editing.value;
  const tryIt = async () => {
    if (!editing.isChanged || (await editing.save()) !== null) setIsTrying(true);
  };
  if (draft && draft.value === null)
    return (
      <Stack>
        <Alert color="orange">{t('knowledge.retiring')}</Alert>
        <DraftActions row={row} editing={editing} />
      </Stack>
    );
  return (
    <Stack>
      {editing.recovered && editing.isChanged && (
        <Alert color="orange" title={t('knowledge.recovered')}>
          <Button size="xs" variant="default" onClick={editing.forget}>
            {t('knowledge.forget')}
          </Button>
        </Alert>
      )}
      {editing.foreign && (
        <Alert color="red" role="alert" title={t('knowledge.conflict', { name: editing.foreign.editedBy })}>
          <Text size="sm">{t('knowledge.conflictHelp')}</Text>
          <Group mt="xs">
            <Button size="xs" variant="default" onClick={() => editing.settle('theirs')}>
              {t('knowledge.takeTheirs')}
            </Button>
            <Button size="xs" variant="default" onClick={() => editing.settle('mine')}>
              {t('knowledge.keepMine')}
            </Button>
          </Group>
        </Alert>
      )}
      <fieldset disabled={isReadOnly} className="bare">
        {table === 'entries' && isWritten ? (
          <EntryForm value={editing.value} onChange={editing.change} stale={row.stale} />
        ) : (
          <Suspense>
            <SchemaForm table={table} value={editing.value} onChange={editing.change} />
          </Suspense>
        )}
      </fieldset>
      {editing.error && <Trouble error={editing.error} />}
      <DraftActions row={row} editing={editing} onTry={table === 'entries' ? tryIt : undefined} />
      <Dialog opened={isTrying} onClose={() => setIsTrying(false)} title={t('knowledge.try')} size="xl">
        <TryBox draft={{ table, key }} />
      </Dialog>
    </Stack>
  );
}

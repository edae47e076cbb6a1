import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveDraft } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { Dialog } from '../../look/Dialog.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { goTo, useWhere } from '../../shell/route.ts';
import { emptyRow } from './emptyRow.ts';

interface Props {
  table: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Begins a new row: its key, then the editor. */
export function NewRow({ table, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const [key, setKey] = useState('');
  const saving = useChange(saveDraft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { value: withPhrasings(emptyRow(table, key), query), baseRevision: 0, version: 0 };
    saving.mutate(
      { params: { table, key }, body },
      { onSuccess: ({ kind }) => kind === 'saved' && goTo(['pengetahuan', table, key]) },
    );
  };
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('knowledge.new')}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('knowledge.key')}
            description={t('knowledge.keyHelp')}
            required
            maxLength={80}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value.trim())}
            data-autofocus
          />
          {saving.data && saving.data.kind !== 'saved' && <Alert color="red">{t('knowledge.keyTaken')}</Alert>}
          {saving.isError && <Trouble error={saving.error} />}
          <Button type="submit" loading={saving.isPending}>
            {t('knowledge.begin')}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

/** With the words of exporters that the address hands over as `frasa-id` and `frasa-en`, one a line. */
function withPhrasings(row: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const said = (language: string) => (query.get(`frasa-${language}`) ?? '').split('\n').filter(Boolean);
  return 'phrasings' in row ? { ...row, phrasings: { id: said('id'), en: said('en') } } : row;
}

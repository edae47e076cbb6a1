import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveDraft } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { goTo, useWhere } from '../../shell/route.ts';
import { emptyRow } from './emptyRow.ts';
import { KeyFields } from './KeyFields.tsx';

interface Props {
  table: string;
  onClose: () => void;
}

/** Begins a new row: its key, then the editor. */
export function NewRow({ table, onClose }: Props) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const [key, setKey] = useState('');
  const saving = useChange(saveDraft);
  const submit = () => {
    const body = { value: withPhrasings(emptyRow(table, key), query), baseRevision: 0, version: 0 };
    saving.mutate(
      { params: { table, key }, body },
      { onSuccess: ({ kind }) => kind === 'saved' && goTo(['pengetahuan', table, key]) },
    );
  };
  const isTaken = saving.data && saving.data.kind !== 'saved';
  return (
    <FormDialog
      {...{ title: t('knowledge.new'), onClose, onSubmit: submit }}
      submit={t('knowledge.begin')}
      isPending={saving.isPending}
      isBlocked={key === ''}
      refused={isTaken && t('knowledge.keyTaken')}
      error={saving.error}
    >
      <KeyFields table={table} onChange={setKey} />
    </FormDialog>
  );
}

/** With the words of exporters that the address hands over as `frasa-id` and `frasa-en`, one a line. */
function withPhrasings(row: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const said = (language: string) => (query.get(`frasa-${language}`) ?? '').split('\n').filter(Boolean);
  return 'phrasings' in row ? { ...row, phrasings: { id: said('id'), en: said('en') } } : row;
}

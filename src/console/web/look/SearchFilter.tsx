import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhere } from '../shell/route.ts';
import { narrow } from './narrow.ts';

const REST_MS = 250;

/** The words that are looked for; they stand in the address as `cari` once the fingers rest. */
export function SearchFilter({ label }: { label?: string }) {
  const { t } = useTranslation();
  const { query } = useWhere();
  const [words, setWords] = useState(query.get('cari') ?? '');
  const search = useDebouncedCallback((cari: string) => narrow({ cari }), REST_MS);
  return (
    <TextInput
      label={label ?? t('look.search')}
      value={words}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      w={200}
    />
  );
}

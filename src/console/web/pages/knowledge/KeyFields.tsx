import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTitles } from '../../../contract/knowledge.ts';
import { useRead } from '../../calls/useCall.ts';

interface Props {
  table: string;
  onChange: (key: string) => void;
}

/** What a new row is called: a key of one's own, or the fields by which rows of its table are told apart. */
export function KeyFields({ table, onChange }: Props) {
  if (table === 'routes') return <RouteKey onChange={onChange} />;
  if (table === 'spellings') return <SpellingKey onChange={onChange} />;
  return <OwnKey onChange={onChange} />;
}

type KeyProps = Pick<Props, 'onChange'>;

function OwnKey({ onChange }: KeyProps) {
  const { t } = useTranslation();
  return <KeyText label={t('knowledge.key')} description={t('knowledge.keyHelp')} onChange={onChange} />;
}

function RouteKey({ onChange }: KeyProps) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(['', '', '']);
  const set = (at: number) => (part: string | null) => {
    const next = parts.with(at, part ?? '');
    setParts(next);
    onChange(next.join('/'));
  };
  return (
    <>
      <KeyText label={t('fields.topic')} onChange={set(0)} />
      <RowPicker table="agreements" label={t('fields.agreement')} onChange={set(1)} />
      <RowPicker table="products" label={t('fields.product')} onChange={set(2)} />
    </>
  );
}

function SpellingKey({ onChange }: KeyProps) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState('id');
  const [word, setWord] = useState('');
  const tell = (nextLanguage: string, nextWord: string) => {
    setLanguage(nextLanguage);
    setWord(nextWord);
    onChange(nextWord && `${nextLanguage}/${nextWord}`);
  };
  return (
    <>
      <Select
        label={t('fields.language')}
        data={['id', 'en', 'jv']}
        value={language}
        onChange={(next) => tell(next ?? 'id', word)}
        allowDeselect={false}
      />
      <KeyText label={t('fields.word')} onChange={(next) => tell(language, next)} />
    </>
  );
}

interface TextProps extends KeyProps {
  label: string;
  description?: string;
}

function KeyText({ onChange, ...rest }: TextProps) {
  const [text, setText] = useState('');
  const change = (next: string) => {
    setText(next);
    onChange(next);
  };
  return (
    <TextInput
      {...rest}
      required
      maxLength={80}
      value={text}
      onChange={(event) => change(event.currentTarget.value.trim())}
    />
  );
}

function RowPicker({
  table,
  label,
  onChange,
}: {
  table: string;
  label: string;
  onChange: (key: string | null) => void;
}) {
  const { i18n } = useTranslation();
  const titles = useRead(listTitles, { params: { table } });
  const data = (titles.data?.titles ?? []).map(({ key, title }) => ({
    value: key,
    label: i18n.language === 'en' ? title.en : title.id,
  }));
  return <Select label={label} data={data} onChange={onChange} searchable clearable />;
}

import {
  Checkbox,
  Fieldset,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listTitles } from '../../../contract/knowledge.ts';
import { useRead } from '../../calls/useCall.ts';
import { Bubbles } from './Bubbles.tsx';
import type { Value } from './useEditing.ts';

const LANGUAGES = ['id', 'en'] as const;
const SHORT_FORM_LIMIT = 700;

interface Entry {
  id: string;
  title: Record<'id' | 'en', string>;
  phrasings: Record<'id' | 'en', string[]>;
  answer: Record<'id' | 'en', { short: string; detail?: string }>;
  sources: string[];
  related: string[];
  unit: string;
  checkedOn: string;
  reviewBy: string;
  confirmed: boolean;
  validFrom?: string;
  validUntil?: string;
}

interface Props {
  value: Value;
  onChange: (value: Value) => void;
  stale: 'id' | 'en' | null;
}

/** An entry: both languages side by side, previews as an exporter sees them, and what it rests on. */
export function EntryForm({ value, onChange, stale }: Props) {
  const entry = value as unknown as Entry;
  const set = (change: Partial<Entry>) => onChange({ ...value, ...change });
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {LANGUAGES.map((language) => (
          <LanguageSide key={language} language={language} entry={entry} set={set} isStale={stale === language} />
        ))}
      </SimpleGrid>
      <Grounds entry={entry} set={set} />
    </Stack>
  );
}

interface SideProps {
  language: 'id' | 'en';
  entry: Entry;
  set: (change: Partial<Entry>) => void;
  isStale: boolean;
}

function LanguageSide({ language, entry, set, isStale }: SideProps) {
  const { t } = useTranslation();
  const answer = entry.answer[language];
  const setAnswer = (change: { short?: string; detail?: string }) => {
    const next = { ...answer, ...change };
    if (next.detail === '') delete next.detail;
    set({ answer: { ...entry.answer, [language]: next } });
  };
  const count = t('entry.count', { count: answer.short.length, limit: SHORT_FORM_LIMIT });
  return (
    <Fieldset legend={`${t(`languages.${language}`)}${isStale ? ` · ${t('entry.stale')}` : ''}`} lang={language}>
      <Stack>
        <TextInput
          label={t('fields.title')}
          required
          value={entry.title[language]}
          onChange={(event) => set({ title: { ...entry.title, [language]: event.currentTarget.value } })}
        />
        <TagsInput
          label={t('fields.phrasings')}
          description={t('entry.phrasingsHelp')}
          value={entry.phrasings[language]}
          onChange={(next) => set({ phrasings: { ...entry.phrasings, [language]: next } })}
          splitChars={['\n', ';']}
          clearable={false}
        />
        <Textarea
          label={t('fields.short')}
          description={count}
          required
          autosize
          minRows={4}
          error={answer.short.length > SHORT_FORM_LIMIT && count}
          value={answer.short}
          onChange={(event) => setAnswer({ short: event.currentTarget.value })}
        />
        <Textarea
          label={t('fields.detail')}
          autosize
          minRows={3}
          maxRows={20}
          value={answer.detail ?? ''}
          onChange={(event) => setAnswer({ detail: event.currentTarget.value })}
        />
        <Bubbles text={answer.short} />
      </Stack>
    </Fieldset>
  );
}

function Grounds({ entry, set }: Pick<SideProps, 'entry' | 'set'>) {
  const { t } = useTranslation();
  const sources = [...useTitles('regulations'), ...useTitles('documents')];
  const entries = useTitles('entries');
  const units = useTitles('liaisons');
  const day = (name: 'checkedOn' | 'reviewBy' | 'validFrom' | 'validUntil', required = false) => (
    <TextInput
      type="date"
      label={t(`fields.${name}`)}
      required={required}
      value={entry[name] ?? ''}
      onChange={(event) => set({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <Fieldset legend={t('entry.grounds')}>
      <Stack>
        <MultiSelect
          label={t('fields.sources')}
          description={t('entry.sourcesHelp')}
          data={withKept(sources, entry.sources)}
          value={entry.sources}
          onChange={(next) => set({ sources: next })}
          searchable
          limit={50}
        />
        <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
          {day('checkedOn', true)}
          {day('reviewBy', true)}
          {day('validFrom')}
          {day('validUntil')}
        </SimpleGrid>
        <Select
          label={t('fields.unit')}
          data={withKept(units, entry.unit ? [entry.unit] : [])}
          value={entry.unit || null}
          onChange={(next) => set({ unit: next ?? '' })}
          searchable
          limit={50}
        />
        <MultiSelect
          label={t('fields.related')}
          data={withKept(entries, entry.related).filter(({ value }) => value !== entry.id)}
          value={entry.related}
          onChange={(next) => set({ related: next })}
          searchable
          maxValues={6}
          limit={50}
        />
        <Checkbox
          label={t('fields.confirmed')}
          checked={entry.confirmed}
          onChange={(event) => set({ confirmed: event.currentTarget.checked })}
        />
      </Stack>
    </Fieldset>
  );
}

interface Option {
  value: string;
  label: string;
}

function useTitles(table: string): Option[] {
  const { i18n } = useTranslation();
  const titles = useRead(listTitles, { params: { table } });
  return (titles.data?.titles ?? []).map(({ key, title }) => ({
    value: key,
    label: `${i18n.language === 'en' ? title.en : title.id} (${key})`,
  }));
}

/** What is chosen already is offered too, whether or not it exists. */
function withKept(options: readonly Option[], kept: readonly string[]): Option[] {
  const known = new Map(options.map((option) => [option.value, option]));
  for (const value of kept) if (!known.has(value)) known.set(value, { value, label: value });
  return [...known.values()];
}

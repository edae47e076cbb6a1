import {
  ActionIcon,
  Button,
  Card,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { composedEntrySchema, TABLES, type Table } from '../../../../knowledge/schema.ts';
import type { Value } from './useEditing.ts';

/** As much of JSON Schema as the tables of the knowledge need. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
}

interface FieldProps {
  name: string;
  schema: Schema;
  value: unknown;
  isRequired: boolean;
  onChange: (value: unknown) => void;
}

/** Edits a row of any table: the form is made from the schema that also checks it. */
export default function SchemaForm({
  table,
  value,
  onChange,
}: {
  table: string;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const schema = schemaOf(table);
  return <Fields schema={schema} value={value} onChange={(next) => onChange(next as Value)} />;
}

function schemaOf(table: string): Schema {
  const schema = table === 'entries' || table === 'talk' ? entryLike(table) : TABLES[table as Table];
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
}

function entryLike(table: string): z.ZodType {
  return table === 'entries' ? composedEntrySchema : composedEntrySchema.pick({ id: true, phrasings: true });
}

function Fields({ schema, value, onChange }: { schema: Schema; value: unknown; onChange: (value: unknown) => void }) {
  const row = (value ?? {}) as Record<string, unknown>;
  const set = (name: string) => (next: unknown) => {
    const changed = { ...row, [name]: next };
    if (next === undefined) delete changed[name];
    onChange(changed);
  };
  const { properties = {}, required = [] } = schema;
  const isSpoken = 'id' in properties && 'en' in properties;
  const fieldOf = (name: string) => (
    <Field
      key={name}
      name={name === 'id' && !isSpoken ? 'key' : name}
      schema={properties[name] ?? {}}
      value={row[name]}
      isRequired={required.includes(name)}
      onChange={set(name)}
    />
  );
  const names = Object.keys(properties);
  if (!isSpoken) return <Stack>{names.map(fieldOf)}</Stack>;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>{['id', 'en'].map(fieldOf)}</SimpleGrid>
      {names.filter((name) => name !== 'id' && name !== 'en').map(fieldOf)}
    </Stack>
  );
}

function Field(props: FieldProps) {
  const { schema } = props;
  if (schema.enum) return <EnumField {...props} />;
  if (schema.type === 'array')
    return schema.items?.type === 'object' ? <ListField {...props} /> : <WordsField {...props} />;
  if (schema.type === 'object') return <GroupField {...props} />;
  if (schema.type === 'boolean') return <YesNoField {...props} />;
  if (schema.type === 'number' || schema.type === 'integer') return <NumberField {...props} />;
  return <TextField {...props} />;
}

function useLabel(name: string): string {
  const { t } = useTranslation();
  return t(`fields.${name}`, { defaultValue: name });
}

function TextField({ name, schema, value, isRequired, onChange }: FieldProps) {
  const label = useLabel(name);
  const take = (text: string) => onChange(text === '' && !isRequired ? undefined : text);
  const isDay = schema.pattern?.startsWith('^\\d{4}-') ?? false;
  const isLong = (schema.maxLength ?? 0) > 1_000 || name === 'value';
  if (isDay || !isLong)
    return (
      <TextInput
        label={label}
        type={isDay ? 'date' : 'text'}
        readOnly={name === 'key'}
        required={isRequired}
        value={String(value ?? '')}
        onChange={(event) => take(event.currentTarget.value)}
      />
    );
  return (
    <Textarea
      label={label}
      autosize
      required={isRequired}
      value={String(value ?? '')}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
}

function EnumField({ name, schema, value, isRequired, onChange }: FieldProps) {
  const { t } = useTranslation();
  const options = (schema.enum ?? []).map((one) => ({ value: one, label: t(`values.${one}`, { defaultValue: one }) }));
  return (
    <Select
      label={useLabel(name)}
      data={options}
      required={isRequired}
      clearable={!isRequired}
      value={(value as string | undefined) ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function YesNoField({ name, value, isRequired, onChange }: FieldProps) {
  return (
    <Checkbox
      label={useLabel(name)}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked || (isRequired ? false : undefined))}
    />
  );
}

function NumberField({ name, value, onChange }: FieldProps) {
  return <NumberInput label={useLabel(name)} value={value as number} onChange={(next) => onChange(Number(next))} />;
}

function WordsField({ name, value, onChange }: FieldProps) {
  return (
    <TagsInput
      label={useLabel(name)}
      value={(value as string[] | undefined) ?? []}
      onChange={onChange}
      splitChars={['\n', ';']}
    />
  );
}

function GroupField({ name, schema, value, isRequired, onChange }: FieldProps) {
  const { t } = useTranslation();
  const label = useLabel(name);
  if (value === undefined && !isRequired)
    return (
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange(emptyOf(schema))}>
          {t('schema.add', { name: label })}
        </Button>
      </Group>
    );
  return (
    <Card withBorder padding="sm" role="group" aria-label={label}>
      <Group justify="space-between">
        <Text fw={600} size="sm">
          {label}
        </Text>
        {!isRequired && <Remove label={label} onClick={() => onChange(undefined)} />}
      </Group>
      <Fields schema={schema} value={value} onChange={onChange} />
    </Card>
  );
}

function ListField({ name, schema, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const label = useLabel(name);
  const list = (value as unknown[] | undefined) ?? [];
  const items = schema.items ?? {};
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm">
        {label}
      </Text>
      {list.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts of a row have no other name
        <Card key={at} withBorder padding="sm" role="group" aria-label={`${label} ${at + 1}`}>
          <Group justify="flex-end">
            <Remove label={`${label} ${at + 1}`} onClick={() => onChange(list.filter((_, other) => other !== at))} />
          </Group>
          <Fields
            schema={items}
            value={one}
            onChange={(next) => onChange(list.map((old, other) => (other === at ? next : old)))}
          />
        </Card>
      ))}
      <Group>
        <Button size="xs" variant="default" onClick={() => onChange([...list, emptyOf(items)])}>
          {t('schema.add', { name: label })}
        </Button>
      </Group>
    </Stack>
  );
}

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionIcon variant="subtle" color="red" aria-label={t('schema.remove', { name: label })} onClick={onClick}>
      ×
    </ActionIcon>
  );
}

/** A value with everything that must be there, still empty. */
function emptyOf({ type, properties = {}, required = [], enum: options }: Schema): unknown {
  if (options) return options[0];
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  if (type === 'object') return Object.fromEntries(required.map((name) => [name, emptyOf(properties[name] ?? {})]));
  return '';
}

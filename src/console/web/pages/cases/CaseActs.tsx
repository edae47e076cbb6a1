import { Button, Card, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActOnCase, actOnCase, type CaseShown, listCases, listUnits, readCase } from '../../../contract/cases.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { Form } from '../../look/Form.tsx';
import { Reason } from '../../look/Reason.tsx';
import { Words } from '../../look/Words.tsx';

type Name = ActOnCase['act'];

/** As the console offers them, with what the table of the cases room calls them. */
const OFFERED: readonly (readonly [Name, string])[] = [
  ['reply', 'answer'],
  ['ask', 'ask'],
  ['note', 'note'],
  ['supply', 'supply'],
  ['accept', 'accept'],
  ['reroute', 'pass-on'],
  ['postpone', 'postpone'],
  ['close', 'close'],
  ['reopen', 'reopen'],
];
const OUTCOMES = ['solved', 'not-solved', 'out-of-scope', 'duplicate', 'no-reaction', 'withdrawn'] as const;

interface Typed {
  readonly words: string;
  readonly reason: string;
  readonly unit: string | null;
  readonly day: string;
  readonly outcome: (typeof OUTCOMES)[number];
}

const NOTHING: Typed = { words: '', reason: '', unit: null, day: '', outcome: 'solved' };

/** What can be done with a case as it stands; what was typed stays until the server has taken it. */
export function CaseActs({ file }: { file: CaseShown }) {
  const { t } = useTranslation();
  const offered = OFFERED.filter(([, act]) => file.acts.includes(act)).map(([name]) => name);
  const [chosen, setChosen] = useState<Name>(offered[0] ?? 'note');
  const [typed, setTyped] = useState(NOTHING);
  const acting = useChange(actOnCase, [readCase, listCases]);
  const act = offered.includes(chosen) ? chosen : (offered[0] ?? 'note');
  const submit = () => {
    acting.mutate(
      { params: { number: file.number }, body: bodyOf(act, typed, file.version) },
      { onSuccess: ({ kind }) => kind === 'done' && setTyped(NOTHING) },
    );
  };
  const refused = acting.data && acting.data.kind !== 'done' ? acting.data.kind : null;
  return (
    <Card withBorder>
      <Text component="h2" fw={700} mb="xs">
        {t('console-cases:acts')}
      </Text>
      <Group gap="xs" mb="sm">
        {offered.map((name) => (
          <Button
            key={name}
            size="xs"
            variant={name === act ? 'filled' : 'default'}
            aria-pressed={name === act}
            onClick={() => setChosen(name)}
          >
            {t(`console-cases:act.${name}`)}
          </Button>
        ))}
      </Group>
      <Form
        submit={act === 'reply' || act === 'ask' ? t('console-cases:send') : t(`console-cases:act.${act}`)}
        onSubmit={submit}
        isPending={acting.isPending}
        refused={refused && t(`console-cases:refused.${refused}`)}
        error={acting.error}
      >
        <Text size="sm">{t(`console-cases:actHelp.${act}`)}</Text>
        <Fields act={act} typed={typed} onType={(part) => setTyped({ ...typed, ...part })} />
      </Form>
    </Card>
  );
}

interface FieldsProps {
  act: Name;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
}

function Fields({ act, typed, onType }: FieldsProps) {
  const { t } = useTranslation();
  if (act === 'accept') return null;
  if (act === 'reroute' || act === 'postpone')
    return (
      <>
        {act === 'reroute' ? (
          <UnitPicker value={typed.unit} onChange={(unit) => onType({ unit })} />
        ) : (
          <TextInput
            type="date"
            label={t('console-cases:day')}
            required
            value={typed.day}
            onChange={(event) => onType({ day: event.currentTarget.value })}
          />
        )}
        <Reason
          label={t('console-cases:reason')}
          lines={2}
          value={typed.reason}
          onChange={(reason) => onType({ reason })}
        />
      </>
    );
  return (
    <>
      {act === 'close' && (
        <Select
          label={t('console-cases:outcome')}
          data={OUTCOMES.map((value) => ({ value, label: t(`console-cases:outcomes.${value}`) }))}
          value={typed.outcome}
          onChange={(outcome) => outcome && onType({ outcome: outcome as Typed['outcome'] })}
          allowDeselect={false}
        />
      )}
      <Words
        label={t(act === 'close' ? 'console-cases:closingWords' : 'console-cases:words')}
        required={act !== 'close'}
        maxLength={3_000}
        lines={3}
        value={typed.words}
        onChange={(words) => onType({ words })}
      />
    </>
  );
}

function UnitPicker({ value, onChange }: { value: string | null; onChange: (unit: string | null) => void }) {
  const { t } = useTranslation();
  const units = useRead(listUnits);
  const named = (units.data?.units ?? []).map(({ key, name, hasAddress }) => ({
    value: key,
    label: hasAddress ? name : t('console-cases:noAddress', { name }),
  }));
  return (
    <Select
      label={t('console-cases:newUnit')}
      data={[{ value: '', label: t('console-cases:desk') }, ...named]}
      value={value ?? ''}
      onChange={(unit) => onChange(unit || null)}
      searchable
      allowDeselect={false}
    />
  );
}

function bodyOf(act: Name, { words, reason, unit, day, outcome }: Typed, seen: number): ActOnCase {
  switch (act) {
    case 'reply':
    case 'ask':
      return { act, words, seen };
    case 'note':
    case 'supply':
    case 'reopen':
      return { act, words };
    case 'accept':
      return { act, seen };
    case 'reroute':
      return { act, unit, reason, seen };
    case 'postpone':
      return { act, day, reason, seen };
    case 'close':
      return { act, outcome, seen, ...(words.trim() && { words }) };
  }
}

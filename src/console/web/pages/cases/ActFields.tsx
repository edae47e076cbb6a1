import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CaseShown, listUnits } from '../../../contract/cases.ts';
import { useRead } from '../../calls/useCall.ts';
import { Reason } from '../../look/Reason.tsx';
import { Words } from '../../look/Words.tsx';
import { AnswerWords } from '../canned/AnswerWords.tsx';
import type { ActName, Typed } from './actBody.ts';
import { ClosingFields } from './ClosingFields.tsx';
import { useKnownOfCase } from './useKnownOfCase.ts';

interface Props {
  act: ActName;
  file: CaseShown;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
}

/** What an act needs to be told. */
export function ActFields({ act, file, typed, onType }: Props) {
  const { t } = useTranslation();
  switch (act) {
    case 'accept':
    case 'take':
      return null;
    case 'absorb':
      return <OtherPicker file={file} value={typed.other} onChange={(other) => onType({ other })} />;
    case 'reroute':
      return (
        <>
          <UnitPicker value={typed.unit} onChange={(unit) => onType({ unit })} />
          <ReasonToHer typed={typed} onType={onType} />
        </>
      );
    case 'postpone':
      return (
        <>
          <TextInput
            type="date"
            label={t('console-cases:day')}
            required
            value={typed.day}
            onChange={(event) => onType({ day: event.currentTarget.value })}
          />
          <ReasonToHer typed={typed} onType={onType} />
        </>
      );
    default:
      return (
        <>
          {act === 'close' && <ClosingFields typed={typed} onType={onType} />}
          <CaseWords {...{ act, file, typed, onType }} />
        </>
      );
  }
}

/** What the exporter reads may begin with a saved reply; a note among staff does not. */
function CaseWords({ act, file, typed, onType }: Props) {
  const { t } = useTranslation();
  const known = useKnownOfCase(file);
  const words = {
    label: t(`console-cases:wordsOf.${act}`),
    required: act !== 'close',
    maxLength: 3_000,
    lines: 3,
    value: typed.words,
    onChange: (next: string) => onType({ words: next }),
  };
  if (act === 'note' || act === 'supply' || act === 'reopen') return <Words {...words} />;
  return <AnswerWords {...{ ...words, language: file.language, known }} />;
}

function ReasonToHer({ typed, onType }: Pick<Props, 'typed' | 'onType'>) {
  const { t } = useTranslation();
  return (
    <Reason
      label={t('console-cases:reason')}
      lines={2}
      value={typed.reason}
      onChange={(reason) => onType({ reason })}
    />
  );
}

interface PickerProps {
  value: string | null;
  onChange: (value: string | null) => void;
}

function UnitPicker({ value, onChange }: PickerProps) {
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

/** The exporter's other cases that go on. */
function OtherPicker({ file, value, onChange }: PickerProps & { file: CaseShown }) {
  const { t } = useTranslation();
  const open = file.others.filter(({ state }) => state !== 'closed');
  return (
    <Select
      label={t('console-cases:otherCase')}
      data={open.map(({ number, problem }) => ({ value: number, label: `${number}: ${problem.slice(0, 80)}` }))}
      value={value}
      onChange={onChange}
      required
    />
  );
}

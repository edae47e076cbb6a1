import { Checkbox, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAnswered } from '../../../contract/notices.ts';
import { addPhrasings, listEntryNames, listUnanswered, type UnansweredGroup } from '../../../contract/unanswered.ts';
import { useChange, useRead } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { Reason } from '../../look/Reason.tsx';
import { useMay } from '../../session/useMay.ts';

const MOST_OFFERED = 20;
const LONGEST = 300;

/** Makes exporters' words phrasings of an entry, published with a reason. */
export function PhrasingDialog({ group, onClose }: { group: UnansweredGroup; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const offered = group.questions.filter(({ text }) => text.length <= LONGEST).slice(0, MOST_OFFERED);
  const mayPublish = useMay()('publish-knowledge');
  const [entry, setEntry] = useState<string | null>(group.nearest[0]?.key ?? null);
  const [ticked, setTicked] = useState<string[]>(offered.slice(0, 1).map(({ text }) => text));
  const [reason, setReason] = useState('');
  const adding = useChange(addPhrasings, [listUnanswered, listAnswered]);
  const submit = () => {
    const phrasings = offered
      .filter(({ text }, at) => ticked.includes(text) && offered.findIndex((one) => one.text === text) === at)
      .map(({ text, language }) => ({ text, language }));
    const questions = [...new Set(group.questions.map(({ text }) => text))];
    adding.mutate(
      { body: { entry: entry ?? '', phrasings, questions, reason } },
      { onSuccess: ({ kind }) => (kind === 'published' || kind === 'in-review') && onClose() },
    );
  };
  const refusal = adding.data && !('settled' in adding.data) ? adding.data : null;
  const said = refusal && {
    ...refusal,
    title: 'by' in refusal ? (i18n.language === 'en' ? refusal.by.title.en : refusal.by.title.id) : '',
  };
  return (
    <FormDialog
      {...{ title: t('console-unanswered:phrasing.title'), size: 'lg', onClose, onSubmit: submit }}
      submit={t(`console-unanswered:phrasing.${mayPublish ? 'submit' : 'send'}`)}
      isPending={adding.isPending}
      isBlocked={!entry || ticked.length === 0}
      refused={said && t(`console-unanswered:phrasing.${said.kind}`, said)}
      error={adding.error}
    >
      <Text size="sm">{t(`console-unanswered:phrasing.${mayPublish ? 'help' : 'helpDraft'}`)}</Text>
      <EntryPicker nearest={group.nearest} value={entry} onChange={setEntry} />
      <Checkbox.Group label={t('console-unanswered:phrasing.which')} value={ticked} onChange={setTicked}>
        <Stack gap="xs" mt="xs">
          {[...new Set(offered.map(({ text }) => text))].map((text) => (
            <Checkbox key={text} value={text} label={text} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Reason
        label={t('console-unanswered:phrasing.reason')}
        description={t('console-unanswered:phrasing.reasonHelp')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

interface PickerProps {
  nearest: UnansweredGroup['nearest'];
  value: string | null;
  onChange: (key: string | null) => void;
}

/** All entries, those that came nearest first. */
function EntryPicker({ nearest, value, onChange }: PickerProps) {
  const { t, i18n } = useTranslation();
  const names = useRead(listEntryNames);
  const first = new Set(nearest.map(({ key }) => key));
  const all = [...nearest, ...(names.data?.entries ?? []).filter(({ key }) => !first.has(key))];
  return (
    <Select
      label={t('console-unanswered:phrasing.entry')}
      description={t('console-unanswered:phrasing.entryHelp')}
      nothingFoundMessage={t('console-unanswered:phrasing.nothing')}
      data={all.map(({ key, title }) => ({ value: key, label: i18n.language === 'en' ? title.en : title.id }))}
      value={value}
      onChange={onChange}
      limit={50}
      searchable
      required
    />
  );
}

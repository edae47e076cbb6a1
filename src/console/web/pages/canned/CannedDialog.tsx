import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CannedReply, listCanned, removeCanned, saveCanned } from '../../../contract/canned.ts';
import { useChange } from '../../calls/useCall.ts';
import { FormDialog } from '../../look/FormDialog.tsx';
import { RecoveredNote } from '../../look/RecoveredNote.tsx';
import { useKeptWords } from '../../look/useKeptWords.ts';
import { Words } from '../../look/Words.tsx';
import { PlaceholderButtons } from './PlaceholderButtons.tsx';

interface Props {
  /** Null: a new one. */
  reply: CannedReply | null;
  onClose: () => void;
}

const LONGEST = 3_000;

/** Writes a saved text in both languages; of two who do at once, the second one sees what the first has written. */
export function CannedDialog({ reply, onClose }: Props) {
  const { t } = useTranslation();
  const id = reply?.id ?? 'new';
  const [version, setVersion] = useState(reply?.version ?? 0);
  const begun = { title: reply?.title ?? '', id: reply?.text.id ?? '', en: reply?.text.en ?? '' };
  const typed = useKeptWords(`canned ${reply?.id ?? 'new'}`, begun);
  const saving = useChange(saveCanned, [listCanned]);
  const { title, id: indonesian, en: english } = typed.value;
  const set = (part: Partial<typeof begun>) => typed.change({ ...typed.value, ...part });
  const leave = () => {
    typed.forget();
    onClose();
  };
  const save = () =>
    saving.mutate(
      { params: { id }, body: { title, text: { id: indonesian, en: english }, version } },
      {
        onSuccess: (said) => {
          if (said.kind === 'saved') leave();
          // Saving once more is then meant: what the other has written has been seen.
          if (said.kind === 'conflict') setVersion(said.current?.version ?? 0);
        },
      },
    );
  const said = saving.data;
  return (
    <FormDialog
      {...{ title: t(reply ? 'console-canned:edit' : 'console-canned:new'), size: 'lg', onClose, onSubmit: save }}
      submit={t(said?.kind === 'conflict' ? 'console-canned:keepMine' : 'console-canned:save')}
      {...{ isPending: saving.isPending, error: saving.error }}
      refused={
        (said?.kind === 'no-such-placeholder' && t('console-canned:no-such-placeholder', { name: `{${said.name}}` })) ||
        (said?.kind === 'full' && t('console-canned:full'))
      }
      beside={reply && <Remove reply={reply} version={version} onGone={leave} />}
    >
      {typed.isRecovered && <RecoveredNote onForget={typed.forget} />}
      {said?.kind === 'conflict' && <Foreign current={said.current} />}
      <Words
        {...{ label: t('console-canned:title'), description: t('console-canned:titleHelp'), lines: 1, required: true }}
        {...{ maxLength: 120, value: title, onChange: (next: string) => set({ title: next }) }}
      />
      {(['id', 'en'] as const).map((language) => (
        <div key={language} lang={language}>
          <Words
            label={t('console-canned:text', { language: t(`languages.${language}`) })}
            {...{ lines: 4, required: true, maxLength: LONGEST, value: typed.value[language] }}
            onChange={(next) => set({ [language]: next })}
          />
          <PlaceholderButtons onPick={(placeholder) => set({ [language]: typed.value[language] + placeholder })} />
        </div>
      ))}
    </FormDialog>
  );
}

function Foreign({ current }: { current: CannedReply | null }) {
  const { t } = useTranslation();
  if (!current) return <Alert color="red">{t('console-canned:conflictGone')}</Alert>;
  return (
    <Alert color="red" role="alert" title={t('console-canned:conflict', { name: current.editedBy })}>
      <Text fw={600}>{current.title}</Text>
      <Text size="sm" className="words">
        {current.text.id}
      </Text>
      <Text size="sm" className="words">
        {current.text.en}
      </Text>
    </Alert>
  );
}

function Remove({ reply, version, onGone }: { reply: CannedReply; version: number; onGone: () => void }) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const removing = useChange(removeCanned, [listCanned]);
  const remove = () => removing.mutate({ params: { id: reply.id }, body: { version } }, { onSuccess: onGone });
  if (!isAsking)
    return (
      <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
        {t('console-canned:remove')}
      </Button>
    );
  return (
    <Group gap="xs">
      <Text size="sm">{t('console-canned:removeSure', { title: reply.title })}</Text>
      <Button color="red.9" loading={removing.isPending} onClick={remove}>
        {t('console-canned:remove')}
      </Button>
    </Group>
  );
}

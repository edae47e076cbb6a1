import { Alert, Button, Card, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnCase, type CaseShown, listCases, readCase } from '../../../contract/cases.ts';
import { useChange } from '../../calls/useCall.ts';
import { Form } from '../../look/Form.tsx';
import { RecoveredNote } from '../../look/RecoveredNote.tsx';
import { useKeptWords } from '../../look/useKeptWords.ts';
import { isFilled } from '../canned/AnswerWords.tsx';
import { ActFields } from './ActFields.tsx';
import { type ActName, actBody, NOTHING, OFFERED, type Typed } from './actBody.ts';

/** Acts whose words an exporter reads. */
const GOES_OUT: ReadonlySet<ActName> = new Set(['reply', 'ask', 'close']);

/** What can be done with a case as it stands; what was typed stays until the server has taken it. */
export function CaseActs({ file }: { file: CaseShown }) {
  const { t } = useTranslation();
  const offered = offeredFor(file);
  // Kept with the act that they were for: a note among staff must not come back as a reply.
  const kept = useKeptWords<{ typed: Typed; act: ActName | null }>(`case ${file.number}`, {
    typed: NOTHING,
    act: null,
  });
  const { typed } = kept.value;
  const [chosen, setChosen] = useState<ActName>(kept.value.act ?? offered[0] ?? 'note');
  const [begunAt, setBegunAt] = useState<number | null>(null);
  const acting = useChange(actOnCase, [readCase, listCases]);
  const act = offered.includes(chosen) ? chosen : (offered[0] ?? 'note');
  // The page goes on by itself: what came meanwhile has been seen only by who began to type after it.
  const seen = begunAt ?? file.version;
  const change = (part: Partial<Typed>) => {
    kept.change({ typed: { ...typed, ...part }, act });
    setBegunAt(seen);
  };
  const forget = () => {
    kept.forget();
    setBegunAt(null);
  };
  const submit = () =>
    acting.mutate(
      { params: { number: file.number }, body: actBody(act, typed, seen) },
      { onSuccess: ({ kind }) => (kind === 'done' ? forget() : kind === 'stale' && setBegunAt(null)) },
    );
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
        isBlocked={(act === 'absorb' && !typed.other) || (GOES_OUT.has(act) && !isFilled(typed.words))}
        refused={refused && t(`console-cases:refused.${refused}`)}
        error={acting.error}
      >
        <Text size="sm">{t(`console-cases:actHelp.${act}`)}</Text>
        {seen !== file.version && <Alert color="yellow">{t('console-cases:moved')}</Alert>}
        {kept.isRecovered && <RecoveredNote onForget={forget} />}
        <ActFields act={act} file={file} typed={typed} onType={change} />
      </Form>
    </Card>
  );
}

/** A merge needs another case that goes on. */
function offeredFor({ acts, others }: CaseShown): ActName[] {
  const canAbsorb = others.some(({ state }) => state !== 'closed');
  return OFFERED.filter(([name, act]) => acts.includes(act) && (name !== 'absorb' || canAbsorb)).map(([name]) => name);
}

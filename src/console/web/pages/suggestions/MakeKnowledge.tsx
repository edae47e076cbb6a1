import { Alert, Anchor, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { listReviews, listRows } from '../../../contract/knowledge.ts';
import { suggestFromCase, suggestFromTalk } from '../../../contract/suggestions.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { goTo, hrefTo } from '../../shell/route.ts';

/** Something that staff said in a talk, or the last answer of a case. */
type Props = { talk: { key: string; sequence: number }; number?: never } | { number: string; talk?: never };

const STALE = [listRows, listReviews];

/** One click: a draft with question, answer, unit and source. Who may write goes on with it, others are told of it. */
export function MakeKnowledge({ talk, number }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const ofTalk = useChange(suggestFromTalk, STALE);
  const ofCase = useChange(suggestFromCase, STALE);
  if (!may('suggest-knowledge')) return null;
  const open = (made: { kind: 'made'; key: string } | { kind: 'nothing' }) => {
    if (made.kind === 'made' && may('write-drafts')) goTo(['pengetahuan', 'entries', made.key]);
  };
  const make = () => {
    if (talk) {
      const body = { sequence: talk.sequence, note: t('console-canned:suggest.noteTalk') };
      ofTalk.mutate({ params: { key: talk.key }, body }, { onSuccess: open });
    } else {
      const body = { note: t('console-canned:suggest.noteCase', { number }) };
      ofCase.mutate({ params: { number }, body }, { onSuccess: open });
    }
  };
  const made = ofTalk.data ?? ofCase.data;
  const error = ofTalk.error ?? ofCase.error;
  return (
    <>
      <Group mt={4}>
        <Button size="compact-sm" variant="default" loading={ofTalk.isPending || ofCase.isPending} onClick={make}>
          {t('console-canned:suggest.make')}
        </Button>
      </Group>
      {made?.kind === 'nothing' && <Alert color="yellow">{t('console-canned:suggest.nothing')}</Alert>}
      {made?.kind === 'made' && (
        <Alert color="teal">
          {t('console-canned:suggest.made')}{' '}
          <Anchor size="sm" underline="always" href={hrefTo(['pengetahuan', 'entries', made.key])}>
            {made.key}
          </Anchor>
        </Alert>
      )}
      {error && <Trouble error={error} />}
    </>
  );
}

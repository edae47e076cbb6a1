import { Alert, Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { listReviews, listRows, settleProposal } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { isReason, Reason } from '../../look/Reason.tsx';
import { Trouble } from '../../look/Trouble.tsx';
import { useMay } from '../../session/useMay.ts';
import { hrefTo } from '../../shell/route.ts';
import { RowDiff } from '../knowledge/WordDiff.tsx';

type Proposal = z.output<typeof listReviews.reply>['proposals'][number];

/** A row that staff had changed and a new version of the files brings otherwise: what differs, and which one it is to be. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { table, key, title, proposedAt, live, value } = proposal;
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <div>
          <Anchor href={hrefTo(['pengetahuan', table, key])} fw={600}>
            {i18n.language === 'en' ? title.en : title.id}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t(`tables.${table}`)} · {key} · {momentOf(proposedAt)}
          </Text>
        </div>
        <Text size="sm">{t(live === null ? 'review.proposalOfRetired' : 'review.proposalHelp')}</Text>
        <RowDiff before={live} after={value} />
        {may('settle-proposals') && <Settle proposal={proposal} />}
      </Stack>
    </Card>
  );
}

function Settle({ proposal: { table, key } }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const settling = useChange(settleProposal, [listReviews, listRows]);
  const settle = (isAccepted: boolean) => settling.mutate({ params: { table, key }, body: { isAccepted, reason } });
  const kind = settling.data?.kind;
  return (
    <>
      <Group align="flex-end">
        <Reason label={t('gate.reason')} value={reason} onChange={setReason} />
        <Button disabled={!isReason(reason)} loading={settling.isPending} onClick={() => settle(true)}>
          {t('review.accept')}
        </Button>
        <Button variant="default" disabled={!isReason(reason) || settling.isPending} onClick={() => settle(false)}>
          {t('review.refuse')}
        </Button>
      </Group>
      {kind && <Alert color={kind === 'accepted' || kind === 'refused' ? 'teal' : 'red'}>{t(`review.${kind}`)}</Alert>}
      {settling.error && <Trouble error={settling.error} />}
    </>
  );
}

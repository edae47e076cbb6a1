import { Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { listReviews } from '../../../contract/knowledge.ts';
import { useRead } from '../../calls/useCall.ts';
import { momentOf } from '../../look/dates.ts';
import { ListFrame } from '../../look/ListFrame.tsx';
import { hrefTo, useWhere } from '../../shell/route.ts';
import { BundleCard } from './BundleCard.tsx';
import { ProposalCard } from './ProposalCard.tsx';

type Listed = z.output<typeof listReviews.reply>;

const BundlePage = lazy(() => import('./BundlePage.tsx'));

/** `#/tinjauan` is everything that waits, `#/tinjauan/<bundle>` one import of it. */
export default function Reviews() {
  const [, bundle] = useWhere().parts;
  return bundle === undefined ? <Waiting /> : <BundlePage id={bundle} />;
}

/** Everything that waits for a second person: drafts in review first, then the others, then proposals of files. */
function Waiting() {
  const { t } = useTranslation();
  const reviews = useRead(listReviews);
  const order = ['in-review', 'scheduled', 'draft'];
  return (
    <ListFrame
      {...{ title: t('pages.tinjauan'), help: t('review.help'), read: reviews }}
      none={({ drafts, bundles, proposals }) =>
        drafts.length + bundles.length + proposals.length === 0 ? t('review.none') : null
      }
    >
      {({ drafts, bundles, proposals }) => (
        <Stack>
          {bundles.map((bundle) => (
            <BundleCard key={bundle.id} bundle={bundle} />
          ))}
          {drafts
            .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
            .map((draft) => (
              <DraftCard key={`${draft.table}/${draft.key}`} draft={draft} />
            ))}
          {proposals.length > 0 && (
            <Title order={2} size="h4">
              {t('review.proposals')}
            </Title>
          )}
          {proposals.map((proposal) => (
            <ProposalCard key={`${proposal.table}/${proposal.key}`} proposal={proposal} />
          ))}
        </Stack>
      )}
    </ListFrame>
  );
}

function DraftCard({ draft }: { draft: Listed['drafts'][number] }) {
  const { t, i18n } = useTranslation();
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between">
        <Anchor href={hrefTo(['pengetahuan', draft.table, draft.key])} fw={600}>
          {i18n.language === 'en' ? draft.title.en : draft.title.id}
        </Anchor>
        <Group gap={4}>
          {draft.isRetirement && <Badge color="yellow.4">{t('review.retirement')}</Badge>}
          <Badge color={draft.state === 'in-review' ? 'blue' : 'gray'}>{t(`states.${draft.state}`)}</Badge>
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {t(`tables.${draft.table}`)} · {draft.editedBy} · {momentOf(draft.editedAt)}
        {draft.publishAt && ` · ${t('review.publishAt', { moment: momentOf(draft.publishAt) })}`}
      </Text>
      {draft.note && <Text size="sm">{draft.note}</Text>}
    </Card>
  );
}

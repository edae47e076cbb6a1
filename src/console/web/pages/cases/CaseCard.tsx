import { Anchor, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../../../contract/cases.ts';
import { Due } from '../../look/Due.tsx';
import { hrefTo } from '../../shell/route.ts';
import { CaseAbout } from './CaseAbout.tsx';
import { Marks } from './Marks.tsx';

/** Cases below each other; `hasState`: where they stand is not said by what is around them. */
export function CaseCards({ cases, hasState = false }: { cases: readonly ListedCase[]; hasState?: boolean }) {
  return (
    <Stack gap="xs">
      {cases.map((kase) => (
        <CaseCard key={kase.number} kase={kase} hasState={hasState} />
      ))}
    </Stack>
  );
}

function CaseCard({ kase, hasState }: { kase: ListedCase; hasState: boolean }) {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs">
        <Anchor href={hrefTo(['kasus', kase.number])} underline="always" size="sm">
          {kase.number}
        </Anchor>
        {hasState && <Text size="xs">{t(`console-cases:states.${kase.state}`)}</Text>}
      </Group>
      <Text size="sm" lineClamp={3} className="words">
        {kase.problem}
      </Text>
      <CaseAbout kase={kase} />
      <Text size="xs" c="dimmed">
        {kase.unitName}
        {kase.handledBy && ` · ${kase.handledBy}`}
      </Text>
      {kase.dueAt && <Due at={kase.dueAt} size="xs" />}
      <Marks kase={kase} />
    </Card>
  );
}

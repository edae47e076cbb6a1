import { Anchor, Card, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../../../contract/cases.ts';
import { hrefTo } from '../../shell/route.ts';

/** What else the same exporter has brought. */
export function OtherCases({ others }: { others: readonly ListedCase[] }) {
  const { t } = useTranslation();
  if (others.length === 0) return null;
  return (
    <Card withBorder>
      <Text component="h2" fw={700} mb="xs">
        {t('console-cases:others')}
      </Text>
      {others.map(({ number, state, problem }) => (
        <Text key={number} size="sm" lineClamp={2} mb={4}>
          <Anchor href={hrefTo(['kasus', number])} underline="always">
            {number}
          </Anchor>{' '}
          · {t(`console-cases:states.${state}`)} · {problem}
        </Text>
      ))}
    </Card>
  );
}

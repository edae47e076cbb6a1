import { Alert, Anchor, Card, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseShown } from '../../../contract/cases.ts';
import { Due } from '../../look/Due.tsx';
import { momentOf } from '../../look/dates.ts';
import { moneyOf } from '../../look/moneyOf.ts';
import { useNamed } from '../../look/useNamed.ts';
import { hrefTo } from '../../shell/route.ts';
import { Marks } from './Marks.tsx';

/** What a case is about and where it stands. */
export function CaseSummary({ file }: { file: CaseShown }) {
  const { t } = useTranslation();
  const facts = useFacts(file);
  return (
    <Card withBorder>
      {file.isErased && <Alert mb="sm">{t('console-cases:erased')}</Alert>}
      {file.mergedInto && (
        <Alert mb="sm">
          {t('console-cases:mergedInto')}{' '}
          <Anchor href={hrefTo(['kasus', file.mergedInto])} underline="always">
            {file.mergedInto}
          </Anchor>
        </Alert>
      )}
      <Text fw={700} className="words" mb="xs">
        {file.problem}
      </Text>
      <Text size="sm">
        {t(`console-cases:states.${file.state}`)} · {t('console-cases:opened', { moment: momentOf(file.openedAt) })}
      </Text>
      {file.dueAt && (
        <Text size="sm">
          {file.dueFor ? t(`console-cases:dueFor.${file.dueFor}`) : t('console-cases:due')}: <Due at={file.dueAt} />
        </Text>
      )}
      {file.promisedAt && <Text size="sm">{t('console-cases:promised', { moment: momentOf(file.promisedAt) })}</Text>}
      <Marks kase={file} />
      <Table mt="sm" withRowBorders={false} verticalSpacing={2} aria-label={t('console-cases:about')}>
        <Table.Tbody>
          {facts.map(([field, words]) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" w="40%">
                {t(`console-cases:fields.${field}`)}
              </Table.Th>
              <Table.Td className="words">{words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

/** Name and value of what is known, in the order in which one asks for it. */
function useFacts(file: CaseShown): [string, ReactNode][] {
  const { t, i18n } = useTranslation();
  const named = useNamed();
  const { agreement, product, destination, outcome, isResolved, exportValue } = file;
  const yesOrNo = (is: boolean) => t(`console-cases:${is ? 'yes' : 'no'}`);
  const facts: [string, ReactNode][] = [
    ['unit', file.unitName],
    ['handledBy', file.handledBy ?? t('console-cases:nobody')],
    ['topic', t(`console-topics:${file.topic}`, { defaultValue: file.topic })],
    ['agreement', agreement && named(agreement)],
    ['product', product && named(product)],
    ['destination', destination && named(destination)],
    ['channel', t(`channels.${file.channel}`)],
    ...file.told.map(({ field, words }): [string, string] => [field, words]),
    ['shared', yesOrNo(file.isShared)],
    ['outcome', outcome && t(`console-cases:outcomes.${outcome}`)],
    ['resolved', isResolved === null ? null : yesOrNo(isResolved)],
    ['exportValue', exportValue && moneyOf(exportValue, i18n.language)],
  ];
  return facts.filter(([, words]) => words);
}

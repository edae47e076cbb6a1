import { SimpleGrid, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Counted, Report } from '../../../contract/reports.ts';
import { Bars } from '../../look/Bars.tsx';
import { moneyOf } from '../../look/moneyOf.ts';
import { Wide } from '../../look/Wide.tsx';
import { DayChart } from './DayChart.tsx';

interface Props {
  report: Report;
  /** In the language of the report, which may be another than the console's. */
  says: TFunction;
}

const TOTALS = [
  'questions',
  'talks',
  'atOnce',
  'afterChoice',
  'leftAtChoice',
  'unanswered',
  'thumbsUp',
  'thumbsDown',
  'cases',
  'casesClosed',
] as const;
const BREAKDOWNS = ['byLanguage', 'byChannel', 'byArea', 'byAgreement', 'byProduct', 'byDestination'] as const;
/** The table beneath has the others. */
const MOST_BARS = 10;
const NAMED = new Set(['id', 'en', 'web', 'whatsapp', 'bot-service']);

/** All figures of a report: charts to look at, tables beneath. */
export function ReportBody({ report, says }: Props) {
  return (
    <>
      <Heading>{says('console-reports:summary')}</Heading>
      <Figures
        label={says('console-reports:summary')}
        head={[says('console-reports:figure'), '']}
        rows={[
          ...TOTALS.map((name) => [says(`console-reports:totals.${name}`), report.totals[name]]),
          ...resultsOf(report, says),
        ]}
      />
      <Heading>{says('console-reports:by.byDay')}</Heading>
      <DayChart days={report.byDay} label={says('console-reports:by.byDay')} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {BREAKDOWNS.map((name) => (
          <Breakdown
            key={name}
            title={says(`console-reports:by.${name}`)}
            rows={report[name].map((row) => ({ ...row, name: named(name, row, says) }))}
            says={says}
          />
        ))}
      </SimpleGrid>
      <Units report={report} says={says} />
      <Obstacles report={report} says={says} />
    </>
  );
}

/** What came of the cases that were closed: obstacles gone, and what was exported since. */
function resultsOf({ results: { resolved, unresolved, values } }: Report, says: TFunction): (string | number)[][] {
  return [
    [says('console-reports:totals.resolved'), resolved],
    [says('console-reports:totals.unresolved'), unresolved],
    ...values.map((value) => [
      says('console-reports:totals.exportValue', { count: value.cases }),
      moneyOf(value, says('console-reports:language')),
    ]),
  ];
}

function named(dimension: (typeof BREAKDOWNS)[number], { key, name }: Counted, says: TFunction): string {
  if (dimension === 'byArea') return says(`console-topics:${key}`, { defaultValue: name });
  return NAMED.has(key) ? says(`console-reports:names.${key}`) : name;
}

function Breakdown({ title, rows, says }: { title: string; rows: readonly Counted[]; says: TFunction }) {
  return (
    <section>
      <Heading>{title}</Heading>
      {rows.length === 0 && <Text size="sm">{says('console-reports:none')}</Text>}
      <Bars label={title} bars={rows.slice(0, MOST_BARS).map(({ name, count }) => ({ label: name, value: count }))} />
      {rows.length > MOST_BARS && (
        <Figures
          label={title}
          head={[title, says('console-reports:count')]}
          rows={rows.slice(MOST_BARS).map(({ name, count }) => [name, count])}
        />
      )}
    </section>
  );
}

function Units({ report: { units }, says }: Props) {
  const fields = ['unit', 'cases', 'closed', 'acceptHours', 'answerHours', 'kept', 'broken'] as const;
  return (
    <>
      <Heading>{says('console-reports:units')}</Heading>
      {units.length === 0 && <Text size="sm">{says('console-reports:none')}</Text>}
      {units.length > 0 && (
        <Figures
          label={says('console-reports:units')}
          head={fields.map((field) => says(`console-reports:${field}`))}
          rows={units.map((unit) => [
            ...[unit.name, unit.cases, unit.closed, unit.acceptHours ?? '–', unit.answerHours ?? '–'],
            ...[unit.kept, unit.broken],
          ])}
        />
      )}
    </>
  );
}

function Obstacles({ report: { obstacles, hiddenObstacles }, says }: Props) {
  const fields = ['agreement', 'product', 'region', 'firms', 'cases', 'resolved', 'exportValue'] as const;
  const unknown = says('console-reports:unknown');
  return (
    <>
      <Heading>{says('console-reports:obstacles')}</Heading>
      {obstacles.length === 0 && <Text size="sm">{says('console-reports:noObstacles')}</Text>}
      {obstacles.length > 0 && (
        <Figures
          label={says('console-reports:obstacles')}
          head={fields.map((field) => says(`console-reports:${field}`))}
          rows={obstacles.map((one) => [
            ...[one.agreement || unknown, one.product || unknown, one.region || unknown, one.firms, one.cases],
            ...[
              one.resolved,
              one.values.map((value) => moneyOf(value, says('console-reports:language'))).join('; ') || '–',
            ],
          ])}
        />
      )}
      {hiddenObstacles > 0 && (
        <Text size="sm" mb="md">
          {says('console-reports:hidden', { count: hiddenObstacles })}
        </Text>
      )}
    </>
  );
}

interface FiguresProps {
  label: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

function Figures({ label, head, rows }: FiguresProps) {
  return (
    <Wide label={label}>
      <Table mb="md">
        {head.some((name, at) => at > 0 && name) && (
          <Table.Thead>
            <Table.Tr>
              {head.map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.slice(0, 3).join('|')}>
              {row.map((value, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name
                <Table.Td key={at} className="words">
                  {value}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <Text component="h2" fw={700} size="lg" mt="lg" mb="xs">
      {children}
    </Text>
  );
}

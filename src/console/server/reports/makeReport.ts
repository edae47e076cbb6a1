import { CENTRE } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { Report } from '../../contract/reports.ts';
import { obstacleRegister } from './obstacleRegister.ts';
import type { Dimension, Period, ReportStore } from './reportStore.ts';

const DAY_MS = 24 * 3_600_000;
/** Longest list in a report; what comes after it is rare. */
const MOST_ROWS = 50;

/** A period of whole days of WIB. */
export function periodOf({ from, until }: { from: string; until: string }): Period {
  return { from: startOf(from), until: new Date(startOf(until).getTime() + DAY_MS) };
}

/** All figures of a period, by name. */
export async function makeReport(store: ReportStore, period: Period, knowledge: Knowledge): Promise<Report> {
  const counts = await store.countAll(period);
  const by = (dimension: Dimension) =>
    counts[dimension]
      .slice(0, dimension === 'day' ? undefined : MOST_ROWS)
      .map(({ key, count }) => ({ key, count, name: nameOf(knowledge, dimension, key) }));
  const register = obstacleRegister(await store.listObstacles(period));
  return {
    totals: await store.readTotals(period),
    results: await store.readResults(period),
    byDay: by('day'),
    byLanguage: by('language'),
    byChannel: by('channel'),
    byArea: by('area'),
    byAgreement: by('agreement'),
    byProduct: by('product'),
    byDestination: by('destination'),
    units: (await store.readUnits(period)).map(({ unit, ...figures }) => {
      const key = unit ?? CENTRE;
      const liaison = knowledge.liaisons.get(key);
      return { ...figures, key, name: liaison?.shortName?.id ?? liaison?.name.id ?? key };
    }),
    obstacles: register.shown.map(({ agreement, product, region, ...figures }) => ({
      ...figures,
      agreement: nameOf(knowledge, 'agreement', agreement ?? ''),
      product: nameOf(knowledge, 'product', product ?? ''),
      region: region ?? '',
    })),
    hiddenObstacles: register.hidden,
  };
}

function nameOf(knowledge: Knowledge, dimension: Dimension, key: string): string {
  if (dimension === 'agreement') return knowledge.agreements.get(key)?.name.id ?? key;
  if (dimension === 'product') return knowledge.products.get(key)?.name.id ?? key;
  if (dimension === 'destination') return knowledge.destinations.get(key)?.name.id ?? key;
  return key;
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

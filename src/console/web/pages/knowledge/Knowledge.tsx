import { lazy } from 'react';
import { useWhere } from '../../shell/route.ts';
import { RowList } from './RowList.tsx';

const RowPage = lazy(() => import('./RowPage.tsx'));
const TryIt = lazy(() => import('./TryIt.tsx'));
const Excel = lazy(() => import('../excel/Excel.tsx'));
const Holidays = lazy(() => import('../holidays/Holidays.tsx'));

/**
 * `#/pengetahuan/<table>` lists a table, `#/pengetahuan/<table>/<key>` opens a row; `coba` tries, `excel` goes out and
 * back, `hari-libur` is the calendar.
 */
export default function Knowledge() {
  const { parts } = useWhere();
  const [, table = 'entries', key] = parts;
  if (table === 'coba') return <TryIt />;
  if (table === 'excel') return <Excel />;
  if (table === 'hari-libur') return <Holidays />;
  return key === undefined ? <RowList table={table} /> : <RowPage key={`${table}/${key}`} table={table} rowKey={key} />;
}

import { lazy } from 'react';
import { useWhere } from '../../shell/route.ts';
import { RowList } from './RowList.tsx';

const RowPage = lazy(() => import('./RowPage.tsx'));
const TryIt = lazy(() => import('./TryIt.tsx'));

/** `#/pengetahuan/<table>` lists a table, `#/pengetahuan/<table>/<key>` opens a row, `#/pengetahuan/coba` tries. */
export default function Knowledge() {
  const { parts } = useWhere();
  const [, table = 'entries', key] = parts;
  if (table === 'coba') return <TryIt />;
  return key === undefined ? <RowList table={table} /> : <RowPage key={`${table}/${key}`} table={table} rowKey={key} />;
}

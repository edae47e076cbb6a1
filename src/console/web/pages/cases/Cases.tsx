import { useWhere } from '../../shell/route.ts';
import { CaseList } from './CaseList.tsx';
import { CasePage } from './CasePage.tsx';

/** `#/kasus` lists them, `#/kasus/FTA-2026-00042` opens one. */
export default function Cases() {
  const [, number] = useWhere().parts;
  return number === undefined ? <CaseList /> : <CasePage key={number} number={number} />;
}

import { useWhere } from '../../shell/route.ts';
import { NoticeList } from './NoticeList.tsx';
import { NoticePage } from './NoticePage.tsx';

/** `#/kabar` lists what exporters were told later, `#/kabar/<id>` opens one. */
export default function Notices() {
  const [, id] = useWhere().parts;
  return id === undefined ? <NoticeList /> : <NoticePage key={id} id={id} />;
}

import { useWhere } from '../../shell/route.ts';
import { Inbox } from './Inbox.tsx';
import { TalkPage } from './TalkPage.tsx';

/** `#/percakapan` lists talks, `#/percakapan/<key>` opens one. */
export default function Talks() {
  const [, key] = useWhere().parts;
  return key === undefined ? <Inbox /> : <TalkPage key={key} talkKey={key} />;
}

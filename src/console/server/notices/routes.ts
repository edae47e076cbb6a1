import * as calls from '../../contract/notices.ts';
import type { Serve } from '../serve.ts';
import { countAskersWith, listAnsweredWith, tellAskersWith } from './askers.ts';
import { listNoticesWith, makeNoticeWith, readNoticeWith, sendNoticeWith, setNoticeAsideWith } from './corrections.ts';
import type { NoticeBench } from './noticeBench.ts';

/** What exporters are told after their question: corrections, and answers that came later. */
export function noticeRoutes({ serve }: Serve, bench: NoticeBench) {
  return [
    serve(calls.listNotices, listNoticesWith(bench)),
    serve(calls.makeNotice, makeNoticeWith(bench)),
    serve(calls.listAnswered, listAnsweredWith(bench)),
    serve(calls.countAskers, countAskersWith(bench)),
    serve(calls.tellAskers, tellAskersWith(bench)),
    serve(calls.readNotice, readNoticeWith(bench)),
    serve(calls.sendNotice, sendNoticeWith(bench)),
    serve(calls.setNoticeAside, setNoticeAsideWith(bench)),
  ];
}

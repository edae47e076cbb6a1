import type { StaffDesk } from '../../../cases/index.ts';
import { Refusal } from '../../../channels/http/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import * as calls from '../../contract/talks.ts';
import { noteLook } from '../noteLook.ts';
import type { Serve } from '../serve.ts';
import type { TalkReader } from './talkReader.ts';
import { talkShown } from './talkShown.ts';

/** The inbox: reading talks, taking them over, answering in them, giving them back. */
export function talkRoutes({ desk, serve }: Serve, talks: TalkReader, cases: StaffDesk, knowledge: () => Knowledge) {
  return [
    serve(calls.listTalks, async ({ query: { page, size, ...filter } }) =>
      talks.list({ ...filter, limit: size, offset: (page - 1) * size }),
    ),
    serve(calls.readTalk, async ({ params: { key }, query: { isRefresh }, caller }) => {
      const file = await talks.read(key);
      if (!file) throw new Refusal(404, 'NotFound', 'There is no such talk.');
      // A look is written down once, not with every refresh of the same look.
      if (!isRefresh) await noteLook(desk, caller, 'read-talk', key);
      return talkShown(file, knowledge(), desk.clock());
    }),
    serve(calls.takeTalk, async ({ params: { key }, caller }) => ({
      isDone: await cases.takeOver(key, caller.member.name),
    })),
    serve(calls.giveTalkBack, async ({ params: { key }, caller }) => ({
      isDone: await cases.giveBack(key, caller.member.name),
    })),
    serve(calls.sayInTalk, async ({ params: { key }, body: { text }, caller }) => ({
      isDone: await cases.say(key, caller.member.name, text),
    })),
  ];
}

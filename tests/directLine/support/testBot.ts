import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder-core';
import type { TalkStore } from '../../../src/conversation/talkStore.ts';

/** Tells what it was given, and fails when told to. Counts its turns in the conversation's state. */
export async function testBot(context: TurnContext, talk: TalkStore): Promise<void> {
  const { activity } = context;
  const turns = ((await talk.load()) as { turns: number } | null)?.turns ?? 0;
  await talk.save({ turns: turns + 1 });
  if (activity.type === 'conversationUpdate') {
    await context.sendActivity(`welcome ${activity.membersAdded?.length}`);
    return;
  }
  if (activity.type === 'event') {
    await context.sendActivity(`event ${activity.name} ${JSON.stringify(activity.value)}`);
    return;
  }
  await answer(context, talk, turns);
}

async function answer(context: TurnContext, talk: TalkStore, turns: number): Promise<void> {
  const { activity } = context;
  const text = activity.text ?? '';
  if (text === 'fail') throw new Error('the bot is broken');
  if (text.startsWith('slow')) await sleep(600);
  if (text === 'english') await talk.save({ turns: turns + 1 }, 'en');
  if (text === 'hang') await new Promise(() => undefined);
  if (text === 'two') await context.sendActivity('first');
  if (text.startsWith('instead')) await sayInstead(context, text.slice('instead'.length).trim());
  if (text === 'like') await talk.keepFeedback({ turnId: String(activity.value), verdict: 'up' });
  await talk.keepTurn({
    turnId: `${activity.id}.1`,
    question: text.slice(0, 100),
    language: 'id',
    decision: 'answer',
    entryId: 'test-entry',
    entryRevision: 1,
    knowledgeVersion: null,
    entryCheckedOn: '2026-11-24',
    confidence: 0.9,
    explanation: { read: text.slice(0, 100) },
    answeredAt: new Date(),
  });
  await context.sendActivity(`${turns}: ${describe(context)}`);
}

/** Replaces what it said under an id, or what it says just now. */
async function sayInstead(context: TurnContext, earlierId: string): Promise<void> {
  const id = earlierId || (await context.sendActivity('a slip'))?.id;
  await context.updateActivity({ type: 'message', id: id ?? '', text: 'better' });
}

function describe({ activity }: TurnContext): string {
  if (activity.channelData?.tooLong) return 'too long';
  if (activity.attachments?.length) return `attachment ${activity.attachments.map(({ name }) => name).join(', ')}`;
  return activity.text ?? JSON.stringify(activity.value);
}

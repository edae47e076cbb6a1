import { ACTIVITIES_TOPIC } from '../channels/directLine/talks.ts';
import { CASES_TOPIC } from './cases/keepEvent.ts';
import { DELIVERIES_TOPIC } from './whatsapp/applyStatus.ts';

/** Under which names storage announces what happens, for who watches: see `NewsTopics` of the console. */
export const NEWS_TOPICS = {
  activities: ACTIVITIES_TOPIC,
  deliveries: DELIVERIES_TOPIC,
  cases: CASES_TOPIC,
} as const;

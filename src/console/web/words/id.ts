import console from '../../../../locales/id/console.json' with { type: 'json' };
import canned from '../../../../locales/id/console-canned.json' with { type: 'json' };
import cases from '../../../../locales/id/console-cases.json' with { type: 'json' };
import delivery from '../../../../locales/id/console-delivery.json' with { type: 'json' };
import excel from '../../../../locales/id/console-excel.json' with { type: 'json' };
import notices from '../../../../locales/id/console-notices.json' with { type: 'json' };
import reports from '../../../../locales/id/console-reports.json' with { type: 'json' };
import today from '../../../../locales/id/console-today.json' with { type: 'json' };
import topics from '../../../../locales/id/console-topics.json' with { type: 'json' };
import unanswered from '../../../../locales/id/console-unanswered.json' with { type: 'json' };

/** All words of the console in Indonesian, room by room. */
export const id = {
  console,
  'console-today': today,
  'console-unanswered': unanswered,
  'console-canned': canned,
  'console-cases': cases,
  'console-notices': notices,
  'console-excel': excel,
  'console-reports': reports,
  'console-delivery': delivery,
  'console-topics': topics,
};

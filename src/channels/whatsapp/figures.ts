import { Counter, Gauge, type Registry } from 'prom-client';
import type { Figures } from './openWhatsApp.ts';

/** What the operator watches: messages by outcome, whether Meta takes any, and events nobody could read. */
export function whatsAppFigures(registry: Registry): Figures {
  const sent = new Counter({
    name: 'whatsapp_messages_total',
    help: 'Attempts to send a message, by how the Graph API answered',
    labelNames: ['outcome'],
    registers: [registry],
  });
  return {
    sent: (outcome) => sent.inc({ outcome }),
    watch(stoppedBy, countParked) {
      new Gauge({
        name: 'whatsapp_stopped',
        help: '1 while Meta takes no messages from this number',
        registers: [registry],
        collect() {
          this.set(stoppedBy() === null ? 0 : 1);
        },
      });
      new Gauge({
        name: 'whatsapp_parked_events',
        help: 'Events of the webhook that nobody could read',
        registers: [registry],
        async collect() {
          this.set(await countParked());
        },
      });
    },
  };
}

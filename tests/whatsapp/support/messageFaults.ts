import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { sharedJson } from '../../support/shared.ts';

const text = (max: number) => ({ type: 'string', minLength: 1, maxLength: max, pattern: '^\\S' });
const row = { id: text(200), title: text(24), description: text(72) };

/** What we send, written down by ourselves: narrower than what Meta would take. */
const OURS = {
  type: 'object',
  required: ['messaging_product', 'recipient_type', 'type', 'biz_opaque_callback_data'],
  oneOf: [{ required: ['to'] }, { required: ['recipient'] }],
  properties: {
    messaging_product: { const: 'whatsapp' },
    recipient_type: { const: 'individual' },
    to: { type: 'string', pattern: '^\\d{5,20}$' },
    recipient: text(150),
    biz_opaque_callback_data: text(512),
    context: { type: 'object', required: ['message_id'], additionalProperties: false, properties: { message_id: {} } },
    type: { enum: ['text', 'interactive', 'template'] },
    text: { type: 'object', required: ['body'], properties: { body: text(4096) } },
    interactive: {
      type: 'object',
      required: ['type', 'body', 'action'],
      properties: {
        type: { enum: ['button', 'list'] },
        body: { type: 'object', required: ['text'], properties: { text: text(1024) } },
        action: {
          oneOf: [
            { required: ['buttons'], properties: { buttons: { type: 'array', minItems: 1, maxItems: 3 } } },
            {
              required: ['button', 'sections'],
              properties: {
                button: text(20),
                sections: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 1,
                  items: {
                    properties: {
                      rows: {
                        type: 'array',
                        minItems: 1,
                        maxItems: 10,
                        items: { required: ['id', 'title'], properties: row, additionalProperties: false },
                      },
                    },
                  },
                },
              },
            },
          ],
        },
      },
    },
    template: { type: 'object', required: ['name', 'language', 'components'] },
  },
};

const ajv = new Ajv2020({ allErrors: true, strict: false });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const ours = ajv.compile(OURS);
const metas = metaSchema();

/**
 * What is wrong with a body we posted: by our own rules, by Meta's schema where it is at hand, and by the limits that the
 * schema does not know.
 */
export function messageFaults(body: Readonly<Record<string, unknown>>): string[] {
  // Meta's schema is older than ids in the place of numbers.
  const addressed = { ...body, to: body.to ?? body.recipient };
  return [...faultsOf(ours, body), ...(metas ? faultsOf(metas, addressed) : []), ...unknownToSchemas(body)];
}

function metaSchema(): ValidateFunction | undefined {
  const schema = sharedJson('whatsapp/schemas/outbound-message.usable.schema.json');
  return schema === undefined ? undefined : ajv.compile(schema as object);
}

function faultsOf(validate: ValidateFunction, body: object): string[] {
  return validate(body) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Interactive {
  action?: {
    buttons?: { reply: { id: string; title: string } }[];
    sections?: { rows: { id: string; title: string }[] }[];
  };
}

function unknownToSchemas({ interactive }: { interactive?: Interactive }): string[] {
  const { buttons = [], sections = [] } = interactive?.action ?? {};
  const choices = [...buttons.map(({ reply }) => reply), ...sections.flatMap(({ rows }) => rows)];
  const faults: string[] = [];
  if (choices.length > 10) faults.push('more than ten choices');
  for (const [key, room] of [
    ['id', buttons.length > 0 ? 256 : 200],
    ['title', buttons.length > 0 ? 20 : 24],
  ] as const) {
    const values = choices.map((choice) => choice[key]);
    if (new Set(values).size < values.length) faults.push(`the same ${key} twice`);
    if (values.some((value) => value.length === 0 || value.length > room || value.trim() !== value))
      faults.push(`a ${key} that does not fit`);
  }
  return faults;
}

import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Marked } from '../../look/Marked.tsx';

/** How the short form looks on the web and on WhatsApp. */
export function Bubbles({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xl: 2 }}>
      <div>
        <Text size="xs" c="dimmed">
          {t('entry.onWeb')}
        </Text>
        <div className="bubble bubble-web">
          <Marked text={text} />
        </div>
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {t('entry.onWhatsApp')}
        </Text>
        <div className="bubble bubble-whatsapp">
          <Marked text={asWhatsApp(text)} />
        </div>
      </div>
    </SimpleGrid>
  );
}

/** WhatsApp has no words with an address beneath: the address stands behind them. */
function asWhatsApp(text: string): string {
  return text.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 ($2)');
}

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
        <div className="bubble bubble-whatsapp words">{asWhatsApp(text)}</div>
      </div>
    </SimpleGrid>
  );
}

/** WhatsApp knows one asterisk for bold, and shows addresses as they are. */
function asWhatsApp(text: string): string {
  return text.replace(/\*\*(.+?)\*\*/g, '*$1*').replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}

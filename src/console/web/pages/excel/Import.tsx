import { Alert, Button, FileInput, Group, Loader, SimpleGrid, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyImport, type ImportPreview, previewImport } from '../../../contract/excel.ts';
import { listReviews, listRows } from '../../../contract/knowledge.ts';
import { useChange } from '../../calls/useCall.ts';
import { Trouble } from '../../look/Trouble.tsx';
import { changeQuery, hrefTo } from '../../shell/route.ts';
import { ExcelCard } from './ExcelCard.tsx';
import { Preview } from './Preview.tsx';

/**
 * Takes a file, shows what it would change, and writes that once it is confirmed.
 *
 * The file is read once: what is applied is what was looked at, even if it is saved anew meanwhile.
 */
export function Import({ download }: { download: ReactNode }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? ('en' as const) : ('id' as const);
  const [file, setFile] = useState<Blob | null>(null);
  const previewing = useChange(previewImport);
  const applying = useChange(applyImport, [listReviews, listRows]);
  const choose = async (chosen: File | null) => {
    previewing.reset();
    applying.reset();
    changeQuery({ hal: undefined });
    setFile(chosen && new Blob([await chosen.arrayBuffer()]));
  };
  const look = () => file && previewing.mutate({ query: { language }, body: file });
  const preview = latestPreview(previewing.data, applying.data);
  const apply = (reason: string) =>
    file && preview && applying.mutate({ query: { plan: preview.plan, reason, language }, body: file });
  const unreadable = [applying.data, previewing.data].find((one) => one?.kind === 'unreadable');
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {download}
        <UploadCard onChoose={choose} onLook={look} isReady={file !== null} isReading={previewing.isPending} />
      </SimpleGrid>
      {previewing.error && <Trouble error={previewing.error} />}
      {unreadable?.kind === 'unreadable' && (
        <Alert color="red" role="alert" title={t('console-excel:unreadable.title')}>
          {t(`console-excel:unreadable.${unreadable.code}`)}
        </Alert>
      )}
      {applying.data?.kind === 'changed' && (
        <Alert color="orange" role="alert">
          {t('console-excel:preview.stale')}
        </Alert>
      )}
      {applying.error && <Trouble error={applying.error} />}
      {applying.data?.kind === 'applied' ? (
        <Applied drafts={applying.data.drafts} bundle={applying.data.bundle} />
      ) : (
        preview && <Preview preview={preview} onApply={apply} isApplying={applying.isPending} />
      )}
    </Stack>
  );
}

type Answered = { kind: string; preview?: ImportPreview } | undefined;

function latestPreview(previewed: Answered, applied: Answered): ImportPreview | undefined {
  return applied?.preview ?? previewed?.preview;
}

interface UploadProps {
  onChoose: (file: File | null) => void;
  onLook: () => void;
  isReady: boolean;
  isReading: boolean;
}

function UploadCard({ onChoose, onLook, isReady, isReading }: UploadProps) {
  const { t } = useTranslation();
  return (
    <ExcelCard title={t('console-excel:upload.title')} help={t('console-excel:upload.help')}>
      <FileInput
        label={t('console-excel:upload.file')}
        placeholder={t('console-excel:upload.choose')}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={onChoose}
      />
      <Button disabled={!isReady} loading={isReading} onClick={onLook}>
        {t('console-excel:upload.act')}
      </Button>
      {isReading && (
        <Group gap="xs">
          <Loader size="xs" />
          <Text size="sm">{t('console-excel:upload.reading')}</Text>
        </Group>
      )}
    </ExcelCard>
  );
}

function Applied({ drafts, bundle }: { drafts: number; bundle: string | null }) {
  const { t } = useTranslation();
  if (!bundle) return <Alert color="teal">{t('console-excel:applied.nothing')}</Alert>;
  return (
    <Alert color="teal" role="status" title={t('console-excel:applied.title', { count: drafts })}>
      <Text size="sm">{t('console-excel:applied.help')}</Text>
      <Button component="a" mt="xs" variant="default" href={hrefTo(['tinjauan', bundle])}>
        {t('console-excel:applied.toReview')}
      </Button>
    </Alert>
  );
}

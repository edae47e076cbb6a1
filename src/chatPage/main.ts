/**
 * Where the page begins: small, so that it arrives first, and asks for the talk while the rest is still on its way.
 *
 * @module
 */
import { wantedLanguage } from './language.ts';
import { askForPass, type Pass } from './line/pass.ts';
import { loadWhole } from './loadWhole.ts';
import { openMemories } from './memories.ts';

await main();

async function main(): Promise<void> {
  const memories = openMemories();
  let firstPass: Promise<Pass | null> | null = askForPass(memories.resume, '');
  const page = document.documentElement;
  if (memories.spoken.read() === true) page.dataset.spoken = '';
  const { startPage } = await loadWhole(import('./startPage.tsx'));
  startPage({
    memories,
    shown: page.lang === 'en' ? 'en' : 'id',
    wanted: wantedLanguage(new URLSearchParams(location.search), memories.language.read()),
    askForPass(conversationId) {
      const pass = firstPass ?? askForPass(memories.resume, conversationId);
      firstPass = null;
      return pass;
    },
  });
}

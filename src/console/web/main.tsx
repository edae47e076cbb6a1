import '@mantine/core/styles.css';
import './look/console.css';
import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import { styleNonce } from './look/styleNonce.ts';
import { openWords } from './words.ts';

// Windows over the page make styles through a part that looks here for the nonce.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

const words = openWords(localStorage.getItem('language') === 'en' ? 'en' : 'id');
words.then(() => {
  const root = document.getElementById('console');
  if (root) createRoot(root).render(<Console />);
});

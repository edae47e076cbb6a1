import '@mantine/core/styles.css';
import './look/console.css';
import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import { openWords } from './words.ts';

const words = openWords(localStorage.getItem('language') === 'en' ? 'en' : 'id');
words.then(() => {
  const root = document.getElementById('console');
  if (root) createRoot(root).render(<Console />);
});

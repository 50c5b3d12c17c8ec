// Hydrates the whole document body, as frameworks do, and keeps every complaint where the test can read it.
import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Story } from './react-page.js';

window.complaints = [];
console.error = (...args) => window.complaints.push(String(args[0]));
window.addEventListener('error', (event) => window.complaints.push(event.message));
// Late, as on a slow connection: whatever an extension does to the page, it has done by now.
window.hydrate = () =>
  hydrateRoot(document.getElementById('root'), h(Story), {
    onRecoverableError: (error) => window.complaints.push(error.message),
  });

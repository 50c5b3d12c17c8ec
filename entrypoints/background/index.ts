import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../../src/background/start';

/** The worker: holds the knowledge, answers the pages. Never persistent; see docs/architecture.md. */
export default defineBackground({ type: 'module', persistent: false, main: () => startBackground() });

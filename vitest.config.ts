import { defineConfig } from 'vitest/config';

/**
 * Only Chromium lets a test end single processes in the middle of an install; what a person would have linked on stored
 * pages is the linker's work, the same in both.
 */
const CHROMIUM_ONLY = ['tests/browser/packs/kill.test.ts', 'tests/browser/page/golden.test.ts'];

/**
 * Three projects: `unit` in Node (files that need a document ask for happy-dom themselves), and the same browser suite
 * once in Chromium and once in Firefox, against the packaged extension.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
});

function browserProject(browser: 'chromium' | 'firefox'): object {
  return {
    test: {
      name: browser,
      include: ['tests/browser/**/*.test.ts'],
      exclude: browser === 'firefox' ? CHROMIUM_ONLY : [],
      env: { SIDELIGHT_BROWSER: browser },
      testTimeout: 60_000,
      // A driver loses a message now and then on a loaded machine; what is broken fails twice.
      retry: 1,
      hookTimeout: 120_000,
      // A browser fills a core; more of them at once only make each other late.
      maxWorkers: 2,
    },
  };
}

import { defineConfig } from 'wxt';

/** Pages that carry news; `file:` and other schemes stay untouched. */
const SITES = ['https://*/*', 'http://*/*'];

/**
 * Extension pages run their own files and nothing else. With Trusted Types enforced and no policy allowed, a string
 * can never become markup or script there.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    description: 'Underlines the names that carry a news story and explains them on the page, offline.',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'scripting'],
    host_permissions: SITES,
    content_security_policy: { extension_pages: PAGE_POLICY },
    commands: {
      'next-name': { description: 'Go to the next name in the story', suggested_key: { default: 'Alt+Shift+N' } },
      'previous-name': { description: 'Go to the previous name', suggested_key: { default: 'Alt+Shift+P' } },
      'open-name': { description: 'Explain the current name', suggested_key: { default: 'Alt+Shift+O' } },
      'toggle-site': {
        description: 'Switch Sidelight on or off for this site',
        suggested_key: { default: 'Alt+Shift+L' },
      },
    },
    ...(browser === 'firefox' ? firefoxKeys() : { minimum_chrome_version: '148', externally_connectable: { ids: [] } }),
  }),
  hooks: {
    // The content script is an unlisted script: a content script of the framework's own kind posts the extension's id
    // to every page and lets the page stop it.
    'build:manifestGenerated': (wxt, manifest) => {
      manifest.content_scripts = [
        {
          matches: SITES,
          js: ['page.js'],
          css: ['assets/marks.css'],
          // In Firefox only a user's style sheet reaches into shadow trees; in Chromium they inherit highlights.
          ...(wxt.config.browser === 'firefox' ? { css_origin: 'user' } : {}),
          run_at: 'document_idle',
          // Where a frame may hold the story, the page's own script asks for one in it.
          all_frames: false,
        },
      ];
      delete manifest.web_accessible_resources;
    },
  },
});

function firefoxKeys(): object {
  return {
    browser_specific_settings: {
      gecko: {
        id: 'sidelight@sidelight.example',
        strict_min_version: '150.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

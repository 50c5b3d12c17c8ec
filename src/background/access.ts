import { browser } from 'wxt/browser';
import { injectEverywhere } from './inject';
import { tellAllTabs } from './tabs';

/**
 * Follows the reader's word on which sites we may read, in pages that are open: neither browser brings the content
 * script into them when access is given, nor ends it when access is taken.
 */
export function watchAccess(): void {
  browser.permissions.onAdded.addListener(() => void injectEverywhere().then(tellAllTabs));
  browser.permissions.onRemoved.addListener(() => void tellAllTabs());
}

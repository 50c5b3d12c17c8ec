import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startPage } from '../src/content/start';

/** Runs in every page of the sites that the manifest names (see the hook in wxt.config.ts). */
export default defineUnlistedScript(() => startPage());

import { runSections } from './sections';

runSections(process.argv.slice(2));

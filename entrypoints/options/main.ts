import { startOptions } from '../../src/ui/options/options';
import { optionsPorts } from './ports';

const root = document.querySelector<HTMLElement>('#options');
if (root) void startOptions(root, optionsPorts(), new AbortController().signal);

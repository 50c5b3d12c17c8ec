import { startPopup } from '../../src/ui/popup/popup';
import { popupPorts } from './ports';

const root = document.querySelector<HTMLElement>('#popup');
if (root) void popupPorts().then((ports) => startPopup(root, ports, new AbortController().signal));

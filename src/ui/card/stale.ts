type WithRoot = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/**
 * Takes away the card that an earlier run of ours left open on this page: at an update Firefox ends a script without
 * letting it tidy up. Only there may an extension look into closed roots, and only there is it needed.
 */
export function removeStaleCards(): void {
  for (const host of Document.prototype.querySelectorAll.call(document, 'div[popover=manual]')) {
    const root = (host as WithRoot).openOrClosedShadowRoot;
    if (root?.querySelector('.card[role=dialog] ~ .status[role=status]')) host.remove();
  }
}

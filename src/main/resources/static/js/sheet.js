/*
 * Narrow screens: a tap on a claim opens its card from below, over the text (.is-sheet). The template #sheet-bar holds
 * the bar: [data-sheet-step="-1"], [data-sheet-step="1"], [data-sheet-close]. Escape, or a tap on the text, closes.
 */
import { card, cards, go, marks } from './claims.js';

const opened = () => document.querySelector('.is-sheet');

export function closeSheet() {
  const sheet = opened();
  if (!sheet) return false;
  sheet.classList.remove('is-sheet', 'is-current');
  sheet.querySelector('[data-sheet-bar]')?.remove();
  marks(sheet.dataset.claim)[0]?.querySelector('a')?.focus({ preventScroll: true });
  return true;
}

export function openSheet(id) {
  const sheet = card(id);
  const bar = document.getElementById('sheet-bar');
  if (!sheet || !bar) return;
  opened()?.querySelector('[data-sheet-bar]')?.remove();
  opened()?.classList.remove('is-sheet');
  sheet.prepend(bar.content.cloneNode(true));
  sheet.classList.add('is-sheet');
  sheet.scrollTop = 0;
  go(id);
}

/** The card was answered anew while it was open: it stays open. */
export function keepSheet(id) {
  if (document.documentElement.dataset.sheet === id) openSheet(id);
}

document.addEventListener('htmx:beforeSwap', () => {
  const sheet = opened();
  if (sheet) document.documentElement.dataset.sheet = sheet.dataset.claim;
  else delete document.documentElement.dataset.sheet;
});

document.addEventListener('click', (event) => {
  const sheet = opened();
  if (!sheet) return;
  const step = event.target.closest('[data-sheet-step]');
  if (step) {
    const all = cards();
    const next = all[all.indexOf(sheet) + Number(step.dataset.sheetStep)];
    if (next) openSheet(next.dataset.claim);
  } else if (event.target.closest('[data-sheet-close]') || !event.target.closest('.is-sheet, [data-claims], #flash')) {
    closeSheet();
  }
});

/*
 * Single keys, ignored while one types: j or n next, k or p previous (claims of an article, rows of a queue), a accept,
 * d dismiss, e edit, m a claim of the selected words, x pick a row, ? help, Escape closes. In a card the key's target is
 * [data-key="a"]: a button is pressed, a details is opened. dialog[data-keys-help] is the help; [data-keys-switch] in it
 * (a checkbox) turns single keys off for this browser; [data-help-open] opens it.
 */
import { card, cards, currentId, go, wide } from './claims.js';
import { move, toggle } from './rows.js';
import { makeClaim } from './selection.js';
import { closeSheet, openSheet } from './sheet.js';
import { read, write } from './storage.js';

const help = () => document.querySelector('dialog[data-keys-help]');
const typing = (target) => target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

function step(by) {
  if (move(by)) return true;
  const all = cards();
  if (all.length === 0) return false;
  const at = all.findIndex((one) => one.dataset.claim === currentId());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  if (wide.matches || !document.querySelector('[data-article-text]')) go(next.dataset.claim);
  else openSheet(next.dataset.claim);
  return true;
}

function press(key) {
  const scope = card(currentId() ?? '') ?? document.querySelector('main');
  const target = scope.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.localName !== 'details') {
    target.click();
    return true;
  }
  target.open = true;
  target.querySelector('select, textarea, input:not([type=hidden])')?.focus();
  return true;
}

function escape(target) {
  const details = target.closest?.('[data-claim] details[open], details[data-escape][open]');
  if (details) {
    details.open = false;
    details.querySelector('summary').focus();
    return true;
  }
  return closeSheet();
}

const actions = {
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
  m: makeClaim,
  x: toggle,
  a: () => press('a'),
  d: () => press('d'),
  e: () => press('e'),
  '?': () => help()?.showModal() ?? true,
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help()?.open) return;
  if (event.key === 'Escape') {
    if (escape(event.target)) event.preventDefault();
    return;
  }
  if (typing(event.target) || read('keys') === 'off') return;
  if (Object.hasOwn(actions, event.key) && actions[event.key]()) event.preventDefault();
});

document.addEventListener('click', (event) => event.target.closest('[data-help-open]') && help()?.showModal());

const choice = document.querySelector('[data-keys-switch]');
if (choice) {
  choice.checked = read('keys') !== 'off';
  choice.addEventListener('change', () => write('keys', choice.checked ? 'on' : 'off'));
}

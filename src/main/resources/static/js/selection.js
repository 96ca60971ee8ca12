/*
 * Selecting words in [data-article-text] shows [data-make-claim]; it, or the key m, fills form[data-claim-form] (exact,
 * prefix, suffix, start, end; wording is proposed), opens the details around it and goes there. Inside the form:
 * [data-claim-exact] shows the words; [data-by-hand] (the fields for use without JavaScript) steps back meanwhile.
 */
import { quote } from './quote.js';

const text = document.querySelector('[data-article-text]');
const button = document.querySelector('[data-make-claim]');
const form = document.querySelector('form[data-claim-form]');

function selected() {
  const selection = getSelection();
  return text && selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
}

function place() {
  const range = selected();
  const found = range && range.intersectsNode(text) && quote(text, range);
  button.hidden = !found;
  if (!found || matchMedia('(max-width: 60rem), (pointer: coarse)').matches) return;
  const last = [...range.getClientRects()].at(-1);
  const frame = button.offsetParent.getBoundingClientRect();
  button.style.left = `${Math.max(0, Math.min(last.right - frame.left - 40, frame.width - button.offsetWidth))}px`;
  button.style.top = `${last.bottom - frame.top + 8}px`;
}

export function makeClaim() {
  const range = selected();
  const found = range && quote(text, range);
  if (!found || !form) return false;
  for (const name of ['exact', 'prefix', 'suffix', 'start', 'end']) form.elements[name].value = found[name];
  form.elements.wording.value = found.exact;
  form.querySelector('[data-claim-exact]').textContent = found.exact;
  form.dataset.selected = '';
  form.querySelectorAll('[data-by-hand]').forEach((part) => (part.hidden = true));
  form.querySelectorAll('[data-by-selection]').forEach((part) => (part.hidden = false));
  form.closest('details')?.setAttribute('open', '');
  button.hidden = true;
  form.elements.wording.focus();
  form.scrollIntoView({ block: 'nearest' });
  return true;
}

if (text && button && form) {
  let timer = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(place, 120);
  });
  // A press on the button must not take the selection away first.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', makeClaim);
  form.addEventListener('reset', () => {
    delete form.dataset.selected;
    form.querySelectorAll('[data-by-hand]').forEach((part) => (part.hidden = false));
    form.querySelectorAll('[data-by-selection]').forEach((part) => (part.hidden = true));
    for (const name of ['prefix', 'suffix', 'start', 'end']) form.elements[name].value = '';
  });
}

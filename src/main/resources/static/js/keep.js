/*
 * [data-keep="key"] on a control: what is typed is kept in this browser, put back after a lost session or a crash, and
 * forgotten when a page says so. [data-kept-clear="key other-*"] on any element of the page that follows a save.
 * Kept apart for each account (meta name=account), for seven days. #kept-note: the template of the note with [data-kept-discard].
 */
import { keys, read, remove, write } from './storage.js';

const DAYS = 7;
const account = document.querySelector('meta[name="account"]')?.content ?? '';
const prefix = `kept.${account}.`;
const pending = new Map();
let timer = 0;

/** Stores what is typed by now: a form that is sent at once must not come back with an older text over the newer one. */
function flush() {
  clearTimeout(timer);
  for (const [key, control] of pending) write(key, { value: control.value, at: Date.now() });
  pending.clear();
}

export function clear(patterns) {
  for (const pattern of patterns.split(/\s+/).filter(Boolean)) {
    if (!pattern.endsWith('*')) remove(prefix + pattern);
    else keys(prefix + pattern.slice(0, -1)).forEach(remove);
  }
}

function restore(control) {
  const kept = read(prefix + control.dataset.keep);
  if (!kept || kept.value === control.value) return;
  const served = control.value;
  control.value = kept.value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  const note = document.getElementById('kept-note')?.content.firstElementChild.cloneNode(true);
  if (!note) return;
  note.querySelector('[data-kept-discard]').addEventListener('click', () => {
    control.value = served;
    remove(prefix + control.dataset.keep);
    note.remove();
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.focus();
  });
  control.after(note);
  control.closest('details')?.setAttribute('open', '');
}

export function restoreIn(root) {
  root.querySelectorAll('[data-keep]').forEach(restore);
}

document.addEventListener('input', (event) => {
  const control = event.target;
  if (!account || !control.dataset?.keep || !event.isTrusted) return;
  pending.set(prefix + control.dataset.keep, control);
  clearTimeout(timer);
  timer = setTimeout(flush, 300);
});

document.addEventListener('submit', flush, true);
addEventListener('pagehide', flush);

document.querySelectorAll('[data-kept-clear]').forEach((element) => clear(element.dataset.keptClear));
for (const key of keys('kept.')) {
  if (Date.now() - (read(key)?.at ?? 0) > DAYS * 864e5) remove(key);
}
if (account) restoreIn(document);

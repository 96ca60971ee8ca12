/*
 * The server's side of keep.js: texts go there a moment after the last key, and when the page is left or hidden. Each page
 * has a word of its own, which goes along with its forms (typedIn), so that saving forgets what this page typed and not
 * what another window typed since. Whatever the server answers, the page works on; the browser keeps its own copy.
 */
const WAIT = 1500;
const SENT = 'claimtrail.sent-by';
const FEW = 40;
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const pending = new Map();
let timer = 0;
let under = null;

export const here = Math.random().toString(36).slice(2, 12);

function session(change) {
  try {
    return change(sessionStorage);
  } catch {
    return null;
  }
}

const before = session((store) => store.getItem(SENT));
session((store) => store.removeItem(SENT));

/** Whether a text was typed in this page, or in the one whose form led here. */
export function mine(by) {
  return by === undefined || by === here || by === before;
}

function request(path, options) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json', [meta('csrf-header')]: meta('csrf-token') };
  return fetch(path, { headers, redirect: 'manual', ...options }).catch(() => null);
}

export function put(key, { value, base }, signal = null, keepalive = false) {
  return request(`/kept-texts/${key}`, { method: 'PUT', body: JSON.stringify({ value, base, typedIn: here }), keepalive, signal });
}

function send(keepalive) {
  clearTimeout(timer);
  const now = [...pending];
  pending.clear();
  under = new AbortController();
  for (const [key, { value, base }] of now) {
    put(key, { value: typeof value === 'function' ? value() : value, base }, keepalive ? null : under.signal, keepalive);
  }
}

/** Sends what is typed, once nothing more is for a moment. */
export function later(key, value, base) {
  if (!meta('csrf-header')) return;
  pending.set(key, { value, base });
  clearTimeout(timer);
  timer = setTimeout(send, WAIT, false);
}

export function forget(key, by) {
  pending.delete(key);
  request(`/kept-texts/${key}${by ? `?typedIn=${by}` : ''}`, { method: 'DELETE' });
}

/** What the server kept under these keys; of what the form that led here has saved, a late copy is forgotten. */
export async function ask(keys) {
  if (!keys.length || !meta('csrf-header')) return {};
  const asked = keys.length > FEW ? new Set(keys.map((key) => `${key.split('-')[0]}-*`)) : keys;
  const query = [...asked].map((key) => `key=${encodeURIComponent(key)}`).join('&');
  const answer = await request(`/kept-texts?${query}`, {});
  const found = answer?.ok ? await answer.json().catch(() => ({})) : {};
  const saved = document.querySelector('[data-kept-clear]')?.dataset.keptClear.replace('*', '');
  for (const [key, { typedIn }] of Object.entries(found)) {
    if (before && saved && typedIn === before && key.startsWith(saved)) {
      forget(key, before);
      delete found[key];
    }
  }
  return found;
}

/** A form that is sent takes its texts with it: they are saved, or come back in the answer. */
document.addEventListener('formdata', (event) => {
  const { target, formData } = event;
  const kept = [...target.elements].map((control) => control.dataset?.keep).filter(Boolean);
  if (kept.length) {
    formData.set('typedIn', here);
    kept.forEach((key) => pending.delete(key));
    under?.abort();
  }
  // A form that stands for an earlier one, such as that of two saves that met, names the page of that.
  const by = formData.get('typedIn');
  if (by) session((store) => store.setItem(SENT, by));
});
document.addEventListener('visibilitychange', () => document.hidden && send(true));
addEventListener('pagehide', () => send(true));

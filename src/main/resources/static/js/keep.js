/*
 * [data-keep="key"] on a control: what is typed is kept, in this browser at once and on the server a moment later, put
 * back after a lost session, a crash or at another machine, and forgotten when it is saved: [data-kept-clear="key other-*"]
 * stands on the page that follows a save, and the server forgets its copies itself. Kept apart for each account (meta
 * name=account); in the browser for seven days, or until signing out ([data-signs-out] on its form). A kept text remembers the revision its form showed ([name=base]), so that
 * saving it later is compared with what was read then. #kept-note: the template of the note with [data-kept-discard].
 */
import * as desk from './keep-server.js';
import { keys, read, remove, write } from './storage.js';

const DAYS = 7;
const account = document.querySelector('meta[name="account"]')?.content ?? '';
const prefix = `kept.${account}.`;
const pending = new Map();
const touched = new Set();
let timer = 0;

const base = (control) => control.form?.elements.namedItem('base');
const all = (key, root = document) => [...root.querySelectorAll('[data-keep]')].filter((one) => one.dataset.keep === key);

/** Of radio buttons under one key the chosen one speaks. */
function value(control) {
  return control.type === 'radio' ? (all(control.dataset.keep).find((one) => one.checked)?.value ?? '') : control.value;
}

function set(control, text) {
  if (control.type === 'radio') all(control.dataset.keep).forEach((one) => (one.checked = one.value === text));
  else control.value = text;
}

/** Stores what is typed by now: a form that is sent at once must not come back with an older text over the newer one. */
function flush() {
  clearTimeout(timer);
  for (const [key, control] of pending) {
    write(prefix + key, { value: value(control), at: Date.now(), base: Number(base(control)?.value) || null, by: desk.here });
  }
  pending.clear();
}

/** What this window, or the one that sent the form before this page, kept; what another window typed since stays. */
export function clear(patterns) {
  for (const pattern of patterns.split(/\s+/).filter(Boolean)) {
    const found = pattern.endsWith('*') ? keys(prefix + pattern.slice(0, -1)) : [prefix + pattern];
    found.filter((key) => desk.mine(read(key)?.by)).forEach(remove);
  }
}

function restore(control, kept) {
  const { keep } = control.dataset;
  if (!kept || touched.has(keep) || kept.value === value(control)) return;
  const served = control.dataset.served ?? value(control);
  const group = all(keep);
  if (control.type === 'radio' && !group.some((one) => one.value === kept.value)) return;
  group.forEach((one) => (one.dataset.served = served));
  set(control, kept.value);
  const shown = base(control);
  if (shown && kept.base && kept.base < Number(shown.value)) shown.value = kept.base;
  pending.set(keep, control);
  flush();
  desk.later(keep, value(control), Number(shown?.value) || null);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  const home = control.type === 'radio' ? control.closest('fieldset') : control.parentElement;
  const note = document.getElementById('kept-note')?.content.firstElementChild.cloneNode(true);
  if (!note || home.querySelector('.kept-note')) return;
  note.querySelector('[data-kept-discard]').addEventListener('click', () => {
    set(control, served);
    remove(prefix + keep);
    desk.forget(keep);
    note.remove();
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.focus();
  });
  if (control.type === 'radio') home.append(note);
  else control.after(note);
  control.closest('details')?.setAttribute('open', '');
}

export async function restoreIn(root) {
  const controls = [...root.querySelectorAll('[data-keep]')];
  const firsts = new Map(controls.reverse().map((control) => [control.dataset.keep, control]));
  const local = new Map([...firsts.keys()].map((key) => [key, read(prefix + key)]));
  for (const [key, control] of firsts) restore(control, local.get(key));
  const remote = await desk.ask([...firsts.keys()]);
  for (const [key, kept] of Object.entries(remote)) {
    const control = firsts.get(key);
    if (control && Date.now() - kept.age > (local.get(key)?.at ?? 0)) restore(control, kept);
  }
}

document.addEventListener('input', (event) => {
  const control = event.target;
  const key = control.dataset?.keep;
  if (!account || !key || !event.isTrusted) return;
  touched.add(key);
  pending.set(key, control);
  clearTimeout(timer);
  timer = setTimeout(flush, 300);
  desk.later(key, () => value(control), Number(base(control)?.value) || null);
});

/** What this browser alone has goes to the server, and nothing stays here: the next person at this machine finds none of it. */
async function leave() {
  const names = keys(prefix).map((key) => key.slice(prefix.length));
  const remote = await desk.ask(names);
  for (const name of names) {
    const local = read(prefix + name);
    const there = !local || (name in remote && Date.now() - remote[name].age >= local.at);
    if (there || (await desk.put(name, local))?.ok) remove(prefix + name);
  }
}

document.addEventListener(
  'submit',
  async (event) => {
    flush();
    if (!event.target.matches('[data-signs-out]')) return;
    event.preventDefault();
    // Whatever becomes of the texts, whoever signs out is signed out.
    await Promise.race([leave().catch(() => {}), new Promise((done) => setTimeout(done, 3000))]);
    event.target.submit();
  },
  true,
);
addEventListener('pagehide', flush);

document.querySelectorAll('[data-kept-clear]').forEach((element) => clear(element.dataset.keptClear));
for (const key of keys('kept.')) {
  if (Date.now() - (read(key)?.at ?? 0) > DAYS * 864e5) remove(key);
}
if (account) restoreIn(document);

/*
 * htmx: the CSRF header from the page's meta; where focus goes after an answer; no silent failure.
 * In an answer, [data-focus-next] gets focus. A form with data-then="next-claim" moves on to the next claim that is
 * still proposed, from the card it replaced. A refusal whose answer is a piece of the page (409, 422) is shown in place;
 * two saves that met lead to the page of the choice between them; any other failure becomes a line in #flash (data-ended, data-sign-in, data-sign-in-address,
 * data-offline, data-failed).
 */
import { card, cards, go, wide } from './claims.js';
import { clear, restoreIn } from './keep.js';
import { keepSheet, openSheet } from './sheet.js';

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

function say(text, link) {
  const flash = document.getElementById('flash');
  const line = document.createElement('div');
  line.className = 'flash-line is-error';
  line.append(Object.assign(document.createElement('p'), { textContent: text }));
  if (link) line.append(Object.assign(document.createElement('a'), link));
  flash.classList.add('is-floating');
  flash.replaceChildren(line);
}

/** The first sentence of an error page, if the answer is one. */
function sentence(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return page.querySelector('[data-error-text]')?.textContent.replace(/\s+/g, ' ').trim();
}

document.addEventListener('htmx:configRequest', (event) => {
  const header = meta('csrf-header');
  if (header) event.detail.headers[header] = meta('csrf-token');
});

document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  const { xhr } = detail;
  const { dataset } = document.getElementById('flash');
  const whole = /<html[\s>]/i.test(xhr.responseText);
  if (xhr.status === 401 || new URL(xhr.responseURL || location.href, location.href).pathname === dataset.signInAddress) {
    detail.shouldSwap = false;
    say(dataset.ended, { href: dataset.signInAddress, textContent: dataset.signIn });
  } else if ((xhr.status === 409 || xhr.status === 422) && !whole) {
    detail.shouldSwap = true;
    detail.isError = false;
  } else if (xhr.status === 409 && detail.requestConfig.elt instanceof HTMLFormElement) {
    // Two saves that met: the choice between them is a page of its own, which the form asks for by itself.
    detail.shouldSwap = false;
    detail.isError = false;
    detail.requestConfig.elt.submit();
  } else if (xhr.status >= 400) {
    detail.shouldSwap = false;
    say(sentence(xhr.responseText) ?? dataset.failed);
  }
});

for (const name of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(name, () => say(document.getElementById('flash').dataset.offline));
}

function next(from) {
  const all = cards();
  const rest = all.slice(all.indexOf(card(from)) + 1);
  return rest.find((one) => one.dataset.state === 'proposed')?.dataset.claim ?? null;
}

document.addEventListener('htmx:afterSettle', (event) => {
  const { target, detail } = event;
  const form = detail.requestConfig?.elt;
  restoreIn(target);
  document.querySelectorAll('#flash[data-kept-clear]').forEach((flash) => clear(flash.dataset.keptClear));
  const id = target.closest?.('[data-claim]')?.dataset.claim;
  const wanted = target.matches?.('[data-focus-next]') ? target : target.querySelector?.('[data-focus-next]');
  if (wanted) {
    if (id) keepSheet(id);
    wanted.focus();
  } else if (id && form?.dataset.then === 'next-claim') {
    const following = next(id) ?? id;
    const sheet = document.documentElement.dataset.sheet;
    if (sheet && !wide.matches) openSheet(following);
    else go(following);
  } else if (id) {
    keepSheet(id);
    go(id);
  }
});

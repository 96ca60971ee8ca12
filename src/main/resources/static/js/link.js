/*
 * Text and list belong together: hovering or focusing one shows the other, a click in the text goes to the card, and
 * the list ([data-keeps-step], wide screens) follows the reading. After a card was answered anew its marks take its state.
 */
import { card, currentId, go, idsOf, marks, near, wide } from './claims.js';
import { openSheet } from './sheet.js';

const idAt = (target) => {
  const at = target.closest?.('[data-claim], [data-claims]');
  return at ? (at.dataset.claim ?? idsOf(at).at(-1)) : null;
};

document.addEventListener('pointerover', (event) => near(idAt(event.target) ?? currentId()));
document.addEventListener('focusin', (event) => near(idAt(event.target)));

document.addEventListener('click', (event) => {
  const mark = event.target.closest('[data-claims]');
  if (!mark || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (!getSelection().isCollapsed) {
    event.preventDefault();
    return;
  }
  // Where two claims share the words a second click goes to the other one.
  const ids = idsOf(mark);
  const at = ids.indexOf(document.querySelector('[data-claim].is-current')?.dataset.claim);
  const id = at < 0 ? ids.at(-1) : ids[(at + 1) % ids.length];
  if (!card(id)) return;
  event.preventDefault();
  history.replaceState(null, '', `#claim-${id}`);
  if (wide.matches) go(id);
  else openSheet(id);
});

const list = document.querySelector('[data-keeps-step]');
let waiting = false;

function step() {
  waiting = false;
  if (!wide.matches || list.matches(':hover') || list.contains(document.activeElement)) return;
  const line = innerHeight * 0.25;
  const all = document.querySelectorAll('[data-article-text] [data-claims]');
  const mark = [...all].find((one) => one.getBoundingClientRect().bottom > line);
  const target = mark && card(idsOf(mark)[0]);
  if (target) list.scrollTop += target.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
}

if (list) {
  addEventListener(
    'scroll',
    () => {
      if (!waiting) setTimeout(step, 80);
      waiting = true;
    },
    { passive: true },
  );
}

document.addEventListener('htmx:afterSettle', (event) => {
  const answered = event.target.closest?.('[data-claim]');
  if (!answered) return;
  const { claim, state, rating } = answered.dataset;
  for (const mark of marks(claim)) {
    // With both lines drawn the first id is the upper one; alone, a claim is on whichever line its mark has.
    const lower = 'under' in mark.dataset && (!('state' in mark.dataset) || idsOf(mark)[0] !== claim);
    mark.dataset[lower ? 'under' : 'state'] = state;
    if (rating) mark.dataset.rating = rating;
  }
});

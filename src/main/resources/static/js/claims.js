/*
 * Finding the marks of a claim in the text and its card in the list.
 * mark.claim[data-claims="12 15"] in [data-article-text], one for each segment of text; [data-claim="12"] is its card.
 */
export const wide = matchMedia('(min-width: 60rem)');

export const cards = () => [...document.querySelectorAll('[data-claim]')];
export const card = (id) => document.querySelector(`[data-claim="${CSS.escape(id)}"]`);
export const marks = (id) => [...document.querySelectorAll(`[data-claims~="${CSS.escape(id)}"]`)];
export const idsOf = (mark) => mark.dataset.claims.split(' ');

/** The claim one is at: of the focused card or mark, else the one last gone to. */
export function currentId() {
  const at = document.activeElement?.closest('[data-claim], [data-claims]');
  if (at) return at.dataset.claim ?? idsOf(at).at(-1);
  return document.querySelector('[data-claim].is-current')?.dataset.claim ?? null;
}

/** Goes to a claim: its card has focus, its words are in sight. */
export function go(id, { focus = true } = {}) {
  const target = card(id);
  if (!target) return;
  for (const other of document.querySelectorAll('.is-current')) other.classList.remove('is-current');
  target.classList.add('is-current');
  near(id);
  const first = marks(id)[0];
  const box = first?.getBoundingClientRect();
  if (box && (box.top < 60 || box.bottom > innerHeight - (wide.matches ? 60 : innerHeight * 0.75))) {
    scrollTo({ top: scrollY + box.top - innerHeight * (wide.matches ? 0.3 : 0.12) });
  }
  if (focus) target.focus({ preventScroll: true });
  if (wide.matches) target.scrollIntoView({ block: 'nearest' });
}

/** Shows which words and which card belong together. */
export function near(id) {
  for (const other of document.querySelectorAll('.is-near')) other.classList.remove('is-near');
  if (id === null) return;
  card(id)?.classList.add('is-near');
  marks(id).forEach((mark) => mark.classList.add('is-near'));
}

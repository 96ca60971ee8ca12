// A form goes out once: a second submit while the first is under way does nothing. Not for GET forms, nor [data-again].
function release(form) {
  delete form.dataset.busy;
  form.removeAttribute('aria-busy');
}

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (form.method === 'get' || 'again' in form.dataset) return;
    if ('busy' in form.dataset) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.dataset.busy = '';
    form.setAttribute('aria-busy', 'true');
    // Refused by a later listener: nothing is under way.
    setTimeout(() => event.defaultPrevented && !form.hasAttribute('hx-post') && release(form));
  },
  true,
);

// Back from the page's cache, or an answer without a new page.
addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(release));
document.addEventListener('htmx:afterRequest', (event) => {
  const form = event.target.closest?.('form');
  if (form) release(form);
});

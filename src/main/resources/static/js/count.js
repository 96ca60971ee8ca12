// <textarea data-count="id-of-output">, <output id data-text="{0} characters, {1} words">: characters as a reader counts them.
const segments = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter() : null;

function characters(text) {
  return segments ? [...segments.segment(text)].length : [...text].length;
}

function show(control) {
  const output = document.getElementById(control.dataset.count);
  if (!output) return;
  const text = control.value.trim();
  const number = new Intl.NumberFormat(document.documentElement.lang || 'en');
  output.value = output.dataset.text
    .replace('{0}', number.format(characters(text)))
    .replace('{1}', number.format(text ? text.split(/\s+/).length : 0));
}

document.addEventListener('input', (event) => event.target.dataset?.count && show(event.target));
document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('[data-count]').forEach(show));
document.querySelectorAll('[data-count]').forEach(show);

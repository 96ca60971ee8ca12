// [data-theme-toggle]: light or dark, remembered. data-light, data-dark: the words for what a click brings.
const root = document.documentElement;
const system = matchMedia('(prefers-color-scheme: dark)');

function current() {
  return root.dataset.theme ?? (system.matches ? 'dark' : 'light');
}

function name() {
  for (const button of document.querySelectorAll('[data-theme-toggle]')) {
    button.textContent = current() === 'dark' ? button.dataset.light : button.dataset.dark;
  }
}

document.addEventListener('click', (event) => {
  if (!event.target.closest('[data-theme-toggle]')) return;
  root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem('claimtrail.theme', root.dataset.theme);
  } catch {
    // Not remembered; it still holds for this page.
  }
  name();
});

system.addEventListener('change', name);
name();

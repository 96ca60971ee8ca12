/*
 * A table of rows to pick: table[data-rows]; in each row a checkbox [data-pick] and a link [data-row-link];
 * [data-pick-all] (a checkbox) picks all; shift and a click picks a range. [data-pick-count] with data-text="{0} picked"
 * tells how many; its .bulk gets .has-picks. Keys (keys.js) call move and toggle.
 */
const picks = () => [...document.querySelectorAll('[data-rows] [data-pick]')];
let last = null;

function show() {
  const all = picks();
  const picked = all.filter((box) => box.checked).length;
  for (const box of document.querySelectorAll('[data-pick-all]')) {
    box.checked = picked > 0 && picked === all.length;
    box.indeterminate = picked > 0 && picked < all.length;
  }
  for (const output of document.querySelectorAll('[data-pick-count]')) {
    output.value = output.dataset.text.replace('{0}', picked);
    output.closest('.bulk')?.classList.toggle('has-picks', picked > 0);
  }
}

export function move(step) {
  const links = [...document.querySelectorAll('[data-rows] [data-row-link]')];
  if (links.length === 0) return false;
  const row = document.activeElement?.closest('[data-rows] tr');
  const at = row ? links.findIndex((link) => row.contains(link)) : step > 0 ? -1 : links.length;
  links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
  return true;
}

export function toggle() {
  const box = document.activeElement?.closest('[data-rows] tr')?.querySelector('[data-pick]');
  if (!box) return false;
  box.checked = !box.checked;
  last = box;
  show();
  return true;
}

document.addEventListener('change', (event) => {
  if (event.target.matches('[data-pick-all]')) {
    picks().forEach((box) => (box.checked = event.target.checked));
  }
  show();
});

document.addEventListener('click', (event) => {
  const box = event.target.closest('[data-pick]');
  if (!box) return;
  const all = picks();
  if (event.shiftKey && last) {
    const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
    all.slice(from, to + 1).forEach((one) => (one.checked = box.checked));
  }
  last = box;
  show();
});

show();

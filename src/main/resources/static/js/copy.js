// <button data-copy="#id" data-copied="Copied">: copies the value or text of that element and says so on the button.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const from = document.querySelector(button.dataset.copy);
  const text = from.value ?? from.textContent.trim();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard on a plain http address: the words are selected instead, ready to be copied by hand.
    if (from.select) from.select();
    else getSelection().selectAllChildren(from);
    return;
  }
  const label = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = label), 2000);
});

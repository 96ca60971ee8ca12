// Passkeys: asks the server what to ask the device for, hands its answer to the form it stands in, and sends that.

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const descriptors = (list) => (list ?? []).map((one) => ({ type: one.type, id: toBytes(one.id) }));

async function options(form) {
  const body = new URLSearchParams();
  for (const field of form.querySelectorAll('[name=_csrf], [name=currentPassword]')) {
    body.set(field.name, field.value);
  }
  const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body, headers: { Accept: 'application/json' } });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(said.problem ?? form.dataset.failed);
  }
  return said;
}

async function make(form) {
  const asked = await options(form);
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: toBytes(asked.challenge),
      user: { ...asked.user, id: toBytes(asked.user.id) },
      excludeCredentials: descriptors(asked.excludeCredentials),
    },
  });
  return {
    id: made.id,
    rawId: toText(made.rawId),
    type: made.type,
    response: {
      attestationObject: toText(made.response.attestationObject),
      clientDataJSON: toText(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    },
    clientExtensionResults: {},
    authenticatorAttachment: made.authenticatorAttachment,
  };
}

async function use(form) {
  const asked = await options(form);
  const given = await navigator.credentials.get({
    publicKey: {
      challenge: toBytes(asked.challenge),
      rpId: asked.rpId,
      timeout: asked.timeout,
      userVerification: asked.userVerification,
      allowCredentials: descriptors(asked.allowCredentials),
    },
  });
  return {
    id: given.id,
    rawId: toText(given.rawId),
    type: given.type,
    response: {
      authenticatorData: toText(given.response.authenticatorData),
      clientDataJSON: toText(given.response.clientDataJSON),
      signature: toText(given.response.signature),
      userHandle: given.response.userHandle ? toText(given.response.userHandle) : undefined,
    },
    clientExtensionResults: {},
    authenticatorAttachment: given.authenticatorAttachment,
  };
}

async function ceremony(form) {
  const button = form.querySelector('button[type=submit]');
  const problem = form.querySelector('[data-passkey-problem]');
  button.disabled = true;
  problem.textContent = '';
  try {
    const answer = await (form.dataset.passkey === 'make' ? make(form) : use(form));
    form.querySelector('[name=credential]').value = JSON.stringify(answer);
    const password = form.querySelector('[name=currentPassword]');
    if (password) password.value = '';
    form.submit();
  } catch (refused) {
    // Whoever closes the device's own question is told that nothing happened; a sentence of the desk is shown as it is.
    problem.textContent = refused instanceof DOMException ? form.dataset.failed : refused.message;
    button.disabled = false;
    button.focus();
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-passkey]');
  if (!form) return;
  event.preventDefault();
  if (window.PublicKeyCredential) {
    ceremony(form);
  } else {
    form.querySelector('[data-passkey-problem]').textContent = form.dataset.unknown;
  }
});

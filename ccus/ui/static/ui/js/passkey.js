// 「顔や指紋」: asks the browser for a passkey and sends its answer with the form. A form says by data-passkey whether one is
// made ("create") or used ("get"), by data-asks where the question comes from. It appears only where that works:
// a passkey belongs to a name, never to a number, so at an address of digits there is none.
const canAsk = "PublicKeyCredential" in window && !/^[\d.:[\]]+$/.test(location.hostname);
const NO = "確認できませんでした。もう一度試すか、ほかの方法を使ってください。";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

function asked({ publicKey }) {
  const question = { ...publicKey, challenge: bytes(publicKey.challenge) };
  if (publicKey.user) question.user = { ...publicKey.user, id: bytes(publicKey.user.id) };
  if (publicKey.excludeCredentials) question.excludeCredentials = named(publicKey.excludeCredentials);
  if (publicKey.allowCredentials) question.allowCredentials = named(publicKey.allowCredentials);
  return { publicKey: question };
}

function said(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  const { id, type } = credential;
  return { id, type, rawId: text(credential.rawId), response, clientExtensionResults: credential.getClientExtensionResults() };
}

async function answer(form) {
  const question = await fetch(form.dataset.asks, {
    method: "POST",
    headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
  });
  // whoever has to sign in or to prove themselves again is led there
  if (question.redirected || !question.ok) return location.assign(question.redirected ? question.url : location.href);
  const credential = await navigator.credentials[form.dataset.passkey](asked(await question.json()));
  form.elements.credential.value = JSON.stringify(said(credential));
  form.submit();
}

for (const form of canAsk ? document.querySelectorAll("form[data-passkey]") : []) {
  const button = form.querySelector("button");
  const fault = form.querySelector("[data-fault]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    button.disabled = true;
    try {
      await answer(form);
    } catch {
      fault.textContent = NO;
      fault.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}

// An offer is made only by a device that has a face, a finger or a code to ask for.
const offer = document.querySelector("[data-passkey-offer]");
if (offer && canAsk) {
  PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().then((can) => {
    offer.hidden = !can;
  });
}

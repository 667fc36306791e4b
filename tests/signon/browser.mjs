// Somebody who follows what they are told, as a browser without scripts does: redirects, pages that lead on, cookies.

/** Where a page or a redirect leads on to; nothing if it stays. */
function next(answer, at) {
  const leads = answer.headers.get("Location") ?? /^0; url=(.+)$/.exec(answer.headers.get("Refresh") ?? "")?.[1];
  return leads === undefined ? undefined : new URL(leads, at).href;
}

/** The cookies that an answer sets, a line each. Debian's own fetch has them in one line; a day in it has a comma too. */
function cookiesOf({ headers }) {
  if (headers.getSetCookie) return headers.getSetCookie();
  return (headers.get("Set-Cookie") ?? "").split(/,\s*(?=[^;,\s]+=)/).filter((line) => line !== "");
}

export class Browser {
  #jars = new Map();

  /** A request by its own, which is not followed. */
  async ask(address, options = {}) {
    const { host } = new URL(address);
    const jar = this.#jars.get(host) ?? new Map();
    this.#jars.set(host, jar);
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...options.headers, ...(Cookie && { Cookie }) };
    const answer = await fetch(address, { ...options, headers, redirect: "manual" });
    for (const line of cookiesOf(answer)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === "" || /Max-Age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** Goes on until a page stays, or until an address that `stop` names; gives where it is and what stands there. */
  async go(address, { stop = () => false, ...options } = {}) {
    let at = address;
    let answer = await this.ask(at, options);
    for (let steps = 0; steps < 12; ++steps) {
      const leads = next(answer, at);
      if (leads === undefined || stop(leads)) return { at: leads ?? at, status: answer.status, text: await answer.text() };
      at = leads;
      answer = await this.ask(at);
    }
    throw new Error(`no end of going on, now at ${new URL(at).pathname}`);
  }

  /** Sends a form of the page's own origin. */
  send(address, fields = {}) {
    const headers = { Origin: new URL(address).origin, "Sec-Fetch-Site": "same-origin" };
    return this.go(address, { method: "POST", headers, body: new URLSearchParams(fields) });
  }

  cookie(address, name) {
    return this.#jars.get(new URL(address).host)?.get(name);
  }

  setCookie(address, name, value) {
    const { host } = new URL(address);
    this.#jars.set(host, (this.#jars.get(host) ?? new Map()).set(name, value));
  }

  /** Forgets what a host keeps here. */
  forget(address) {
    this.#jars.delete(new URL(address).host);
  }
}

// <tas-offline>: saves an edition on this device, tells how far it is, carries on where it stopped, updates and removes it.
//
// Files are kept under their hash, packs (which address has which hash) beside them. A pack is written last, in one step: until then the
// one before it serves, whole. So a file that two editions or two versions share is kept once, and only what is new is fetched.
((tas) => {
  "use strict";
  const AT_ONCE = 4;
  const FORMAT = 1;
  const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml", png: "image/png", json: "application/json", ttf: "font/ttf" };

  class Full extends Error {}
  class Gone extends Error {}
  class Bad extends Error {}

  const base = () => new URL("./", document.querySelector("link[rel=manifest]").href).href;
  const cache = (name) => caches.open(`tas ${base()} ${name}`);
  const type = (address) => {
    const ending = /\.(\w+)$/.exec(address);
    return `${(ending && TYPES[ending[1]]) || "text/html"}; charset=utf-8`;
  };

  async function put(where, key, response) {
    try {
      await where.put(key, response);
    } catch (error) {
      throw new Full(error.message);
    }
  }

  async function hash(content) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 20);
  }

  // what a pack names and the device has not
  async function missing(pack) {
    const files = await cache("files");
    const there = new Set((await files.keys()).map((request) => request.url.slice(base().length)));
    const wanted = new Map(pack.files.map((file) => [file[1], file]));
    return [...wanted.values()].filter(([, name]) => !there.has(name));
  }

  // whether something of it came that no saved pack has: what two editions share does not mean that one was begun
  async function begun(pack) {
    const lacking = new Set((await missing(pack)).map(([, name]) => name));
    const named = await inSaved();
    return pack.files.some(([, name]) => !lacking.has(name) && !named.has(name));
  }

  async function fetchOne([address, name], signal) {
    let response, content;
    try {
      response = await fetch(base() + encodeURI(address), { cache: "no-store", signal });
      if (!response.ok) throw new Bad(address);
      content = await response.arrayBuffer();
    } catch (error) {
      if (error instanceof Bad || signal.aborted) throw error;
      throw new Gone(address);
    }
    if ((await hash(content)) !== name) throw new Bad(address); // a login page of some network, or a site that is just being renewed
    await put(await cache("files"), base() + name, new Response(content, { headers: { "content-type": type(address) } }));
  }

  // One tab at a time: another one that saves or removes would sweep away what this one has just fetched.
  async function alone(work, signal) {
    return navigator.locks ? navigator.locks.request(`tas ${base()}`, signal ? { signal } : {}, work) : work();
  }

  const save = (pack, signal, tell) => alone(() => fetchAndKeep(pack, signal, tell), signal);

  // Fetches all that is missing, then makes the pack the one that serves. A file that cannot be had does not stop the others.
  async function fetchAndKeep(pack, signal, tell) {
    const queue = await missing(pack);
    const failed = [];
    let stop = null;
    async function work() {
      for (let file; !stop && (file = queue.shift()); ) {
        try {
          await fetchOne(file, signal);
          tell();
        } catch (error) {
          if (error instanceof Bad) failed.push(file[0]);
          else stop = stop || error;
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (stop instanceof Full) await sweep();
    if (stop) throw stop;
    if (failed.length) throw new Bad(failed.length);
    const lost = await missing(pack); // a browser that knows no locks, or one that made room
    if (lost.length) throw new Bad(lost.length);
    try {
      await put(await cache("saved"), base() + pack.edition, new Response(JSON.stringify(pack), { headers: { "content-type": type(".json") } }));
    } finally {
      await sweep();
    }
  }

  // takes away every file that no saved pack names
  async function sweep() {
    const named = await inSaved();
    const files = await cache("files");
    for (const request of await files.keys()) if (!named.has(request.url.slice(base().length))) await files.delete(request);
  }

  async function inSaved() {
    const packs = await cache("saved");
    const named = new Set();
    for (const key of await packs.keys()) {
      const pack = await read(packs, key);
      if (pack) pack.files.forEach(([, name]) => named.add(name));
    }
    return named;
  }

  const saved = async (edition) => read(await cache("saved"), base() + edition);

  // A pack that is cut off, or not one at all, serves nobody: it goes, and can be saved again.
  async function read(packs, key) {
    const found = await packs.match(key);
    const pack = found && (await found.json().catch(() => null));
    if (found && !whole(pack)) await packs.delete(key);
    return whole(pack) ? pack : null;
  }

  const whole = (pack) =>
    Boolean(pack) && pack.format === FORMAT && Array.isArray(pack.files) && pack.files.every((file) => Array.isArray(file) && typeof file[1] === "string");

  async function news(address) {
    const response = await fetch(address, { cache: "no-store" });
    const pack = response.ok && (await response.json());
    return whole(pack) ? pack : null;
  }

  const remove = (edition) =>
    alone(async () => {
      await (await cache("saved")).delete(base() + edition);
      await sweep();
    });

  tas.offline = { save, saved, news, missing, begun, remove, Full, Gone, Bad };
})((globalThis.tas = globalThis.tas || {}));

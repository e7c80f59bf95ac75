// Serves what a reader saved (pack.js saves it). A page comes from the net while the net answers soon, so that numbers to call are of
// today; else from what is saved; else a page says that it is not saved. Files with a hash in their name never change: saved goes first.
"use strict";
const BASE = new URL("./", self.location).href;
const PREFIX = `tas ${BASE} `; // several bags may live on one host
const SAVED = `${PREFIX}saved`, FILES = `${PREFIX}files`, SHELL = `${PREFIX}shell ${"STATE"}`;
const FALLBACKS = "FALLBACKS";
const PATIENCE = 4000;
const LASTING = /\.[0-9a-f]{8}\.\w+$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(BASE) && !request.headers.has("range")) event.respondWith(answer(request));
});

async function install() {
  const shell = await caches.open(SHELL);
  for (const name of Object.values(FALLBACKS)) {
    const text = await (await fetch(BASE + name, { cache: "no-cache" })).text();
    // it is shown at whatever address was asked for
    const page = text.replace("<head>", `<head><base href="${BASE}">`);
    await shell.put(BASE + name, new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } }));
  }
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX}shell`) && name !== SHELL) await caches.delete(name);
  }
}

async function answer(request) {
  const path = address(request.url);
  if (request.cache === "no-store" || path.startsWith("pack-")) return fetch(request); // what asks for news
  const kept = await saved(path).catch(() => null);
  if (kept && LASTING.test(path)) return kept;
  try {
    const fresh = await (kept ? soon(fetch(request)) : fetch(request));
    if (fresh.status < 500 || !kept) return fresh;
  } catch (error) {
    if (!kept && request.mode !== "navigate") throw error;
  }
  return kept || notSaved(path);
}

function address(url) {
  const path = url.slice(BASE.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, "$1");
  try {
    return decodeURI(path);
  } catch (error) {
    return path;
  }
}

const soon = (fetched) => Promise.race([fetched, new Promise((_, late) => setTimeout(late, PATIENCE))]);

// the file that a saved pack names for this address, whichever edition it is of
async function saved(path) {
  const packs = await caches.open(SAVED);
  for (const key of await packs.keys()) {
    const pack = await (await packs.match(key)).json().catch(() => null);
    const files = (pack && Array.isArray(pack.files) && pack.files) || []; // pack.js drops one that is cut off
    const file = files.find(([name]) => name === path) || files.find(([name]) => name === path + "/");
    if (!file) continue;
    if (file[0] !== path) return Response.redirect(BASE + file[0]);
    const kept = await (await caches.open(FILES)).match(BASE + file[1]);
    if (kept) return kept;
  }
  return null;
}

async function notSaved(path) {
  const prefix = Object.keys(FALLBACKS).find((start) => path.startsWith(start));
  return (await (await caches.open(SHELL)).match(BASE + FALLBACKS[prefix])) || Response.error();
}

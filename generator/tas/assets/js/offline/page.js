// What the reader sees of pack.js: one line of state, a bar, and the buttons that make sense now.
((tas) => {
  "use strict";
  const { save, saved, news, missing, begun, remove, Full, Bad } = tas.offline;

  class Offline extends HTMLElement {
    async connectedCallback() {
      this.words = JSON.parse(this.dataset.words);
      this.line = this.querySelector("[role=status]");
      this.bar = this.querySelector("progress");
      this.buttons = Object.fromEntries(Array.from(this.querySelectorAll("button"), (button) => [button.dataset.do, button]));
      for (const [name, button] of Object.entries(this.buttons)) button.addEventListener("click", () => this[name]());
      addEventListener("beforeinstallprompt", (event) => this.offer(event));
      const able = "serviceWorker" in navigator && "caches" in window && crypto.subtle && document.querySelector("link[rel=manifest]");
      this.hidden = false;
      try {
        if (!able) throw new Error("not here");
        await navigator.serviceWorker.register(this.dataset.worker);
        await this.look();
      } catch (error) {
        this.show(this.words.unable);
      }
    }

    size(bytes) {
      const digits = { maximumFractionDigits: bytes < 1e6 ? 0 : 1, minimumFractionDigits: 0 };
      return new Intl.NumberFormat(document.documentElement.lang, digits).format(bytes < 1e6 ? Math.max(1, bytes / 1e3) : bytes / 1e6) + (bytes < 1e6 ? " kB" : " MB");
    }

    say(name, more) {
      return this.words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in more ? more[key] : whole));
    }

    show(text, ...buttons) {
      this.line.textContent = text;
      this.bar.hidden = !buttons.includes("stop");
      for (const [name, button] of Object.entries(this.buttons)) button.hidden = !(buttons.includes(name) || (name === "install" && this.prompt && buttons.includes("remove")));
    }

    // The browser would put the site on the home screen: offered once it is saved.
    offer(event) {
      event.preventDefault();
      this.prompt = event;
      this.buttons.install.hidden = this.buttons.remove.hidden;
    }

    async install() {
      const { prompt } = this;
      this.prompt = null;
      this.buttons.install.hidden = true;
      await prompt.prompt();
    }

    // Where things stand: what is saved here, and what the site has now.
    async look(said = "") {
      const kept = await saved(this.dataset.edition);
      this.pack = await news(this.dataset.pack).catch(() => null);
      const tell = (text, ...buttons) => this.show([said, text].filter(Boolean).join(" "), ...buttons, ...(kept ? ["remove"] : []));
      const day = kept && new Date(kept.day).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
      if (!this.pack) return kept ? tell(this.say("kept", { day })) : tell(this.words.unreachable);
      const lacking = await missing(this.pack);
      const facts = { files: lacking.length, size: this.size(lacking.reduce((sum, [, , bytes]) => sum + bytes, 0)), day };
      this.total = new Set(this.pack.files.map(([, name]) => name)).size;
      this.buttons.save.textContent = this.say("save", facts);
      this.buttons.update.textContent = this.say("update", facts);
      this.buttons.resume.textContent = this.say("resume", facts);
      if (kept && JSON.stringify(kept.files) === JSON.stringify(this.pack.files)) {
        return lacking.length ? tell(this.say("damaged", facts), "resume") : tell(this.say("kept", facts));
      }
      if (kept) return tell(this.say("newer", facts), "update");
      if (await begun(this.pack)) return tell(this.say("part", { ...facts, done: this.total - lacking.length, total: this.total }), "resume", "discard");
      tell(this.say("none", facts), "save");
    }

    async save() {
      this.stopping = new AbortController();
      let done = this.total - (await missing(this.pack)).length;
      const tell = () => {
        this.bar.max = this.total;
        this.bar.value = done;
        this.show(this.say("saving", { done, total: this.total }), "stop");
      };
      tell();
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
      let said = "";
      try {
        await save(this.pack, this.stopping.signal, () => tell(++done));
      } catch (error) {
        if (error instanceof Full) said = this.words.full;
        else if (error instanceof Bad) said = this.say("lacking", { files: error.message });
        else if (!this.stopping.signal.aborted) said = this.words.lost;
      }
      await this.look(said);
      this.line.focus();
    }

    update() { return this.save(); }
    resume() { return this.save(); }
    stop() { this.stopping.abort(); }

    async remove() {
      await remove(this.dataset.edition);
      await this.look(this.words.removed);
      this.line.focus();
    }

    discard() { return this.remove(); }
  }

  customElements.define("tas-offline", Offline);
})((globalThis.tas = globalThis.tas || {}));

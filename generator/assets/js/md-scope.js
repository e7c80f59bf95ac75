// What Material's script expects to find: the root of the site, and its notes in the store of the browser, named after that root.
// Material's page brings this as an inline script; as a file of ours it obeys a strict Content-Security-Policy.
(function (root) {
  "use strict";
  root.__md_scope = new URL("..", document.currentScript.src);
  root.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, letter) { return (sum << 5) - sum + letter.charCodeAt(0); }, 0);
  };
  root.__md_get = function (name, store, scope) {
    try {
      return JSON.parse((store || localStorage).getItem((scope || root.__md_scope).pathname + "." + name));
    } catch (error) {
      return null;
    }
  };
  root.__md_set = function (name, value, store, scope) {
    try {
      (store || localStorage).setItem((scope || root.__md_scope).pathname + "." + name, JSON.stringify(value));
    } catch (error) { /* a closed store keeps nothing */ }
  };
})(window);

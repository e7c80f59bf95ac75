// What a reader has answered, kept on this device only; a store that is full, broken or forbidden never breaks a page.
(function (root) {
  "use strict";
  var KEY = "tas:progress";

  function read() {
    try {
      var data = JSON.parse(root.localStorage.getItem(KEY));
      return data && typeof data === "object" && !Array.isArray(data) ? data : {};
    } catch (error) {
      return {};
    }
  }

  function write(data) {
    try {
      root.localStorage.setItem(KEY, JSON.stringify(data));
      return true;
    } catch (error) {
      return false;
    }
  }

  // An answer hangs on the item and the hash of what it asks: another edition shares it, a changed item forgets it.
  function name(item) { return item.id + ":" + item.hash; }

  root.tasProgress = {
    get: function (item) {
      var response = read()[name(item)];
      return Array.isArray(response) ? response.map(String) : [];
    },
    set: function (item, response) {
      var data = read();
      data[name(item)] = response;
      return write(data);
    },
    erase: function (items) {
      var data = read();
      items.forEach(function (item) { delete data[name(item)]; });
      return write(data);
    }
  };
})(self);

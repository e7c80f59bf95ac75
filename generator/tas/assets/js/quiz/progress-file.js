// What is kept as a file to take along, and what such a file holds added to what is here.
((tas) => {
  "use strict";
  const FORMAT = "tas-progress", VERSION = 1;

  Object.assign(tas.progress, {
    exported: () => JSON.stringify({ format: FORMAT, version: VERSION, progress: tas.progress.read() }, null, 1),
    // The number of answers taken over, -1 for a file that is not ours.
    imported(text) {
      let data;
      try {
        data = JSON.parse(text);
      } catch (error) {
        return -1;
      }
      if (!data || data.format !== FORMAT || data.version !== VERSION) return -1;
      const come = tas.progress.tidy(data.progress);
      tas.progress.change((here) => {
        Object.assign(here.answers, come.answers);
        Object.assign(here.quizzes, come.quizzes);
      });
      return Object.keys(come.answers).length;
    },
  });
})((globalThis.tas = globalThis.tas || {}));

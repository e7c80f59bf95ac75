// Reads the QR code of a learner from a photo or the camera: with the browser's own reader, or else with a script that is fetched only then.
// Pictures stay on the device; nothing of them is kept.
((tas) => {
  "use strict";
  const WIDEST = 900; // pixels: enough for such a code
  const PAUSE = 250; // milliseconds between two looks through the camera

  // look(picture or video) -> the text, or null
  async function reader(address) {
    if ("BarcodeDetector" in globalThis) {
      const own = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
      return async (source) => ((await own.detect(source))[0] || { rawValue: null }).rawValue;
    }
    if (!tas.readQr) await tas.fetched(address);
    const canvas = document.createElement("canvas"), pen = canvas.getContext("2d", { willReadFrequently: true });
    return async (source) => {
      const width = source.videoWidth || source.naturalWidth, height = source.videoHeight || source.naturalHeight, scale = Math.min(1, WIDEST / Math.max(width, height));
      canvas.width = width * scale;
      canvas.height = height * scale;
      pen.drawImage(source, 0, 0, canvas.width, canvas.height);
      const found = tas.readQr(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
      return found ? found.data : null;
    };
  }

  // file -> the text; null where there is none. As data: the policy of the site lets pictures come from nowhere else.
  async function photo(file, address) {
    const picture = new Image(), data = new FileReader();
    const read = new Promise((done, failed) => Object.assign(data, { onload: done, onerror: failed }));
    data.readAsDataURL(file);
    await read;
    picture.src = data.result;
    await picture.decode();
    return (await reader(address))(picture);
  }

  // Shows what the camera sees in `place` and tells each new text; returns what stops it.
  async function camera(place, address, found) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }), video = document.createElement("video");
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
      video.remove();
    };
    Object.assign(video, { playsInline: true, muted: true, srcObject: stream });
    place.append(video);
    try {
      const look = await reader(address);
      await video.play();
      let last = "";
      const again = async () => {
        if (!video.isConnected) return;
        const text = video.videoWidth ? await look(video).catch(() => null) : null;
        if (text && text !== last) found((last = text));
        setTimeout(again, PAUSE);
      };
      again();
    } catch (error) {
      stop();
      throw error;
    }
    return stop;
  }

  tas.scan = { photo, camera };
})((globalThis.tas = globalThis.tas || {}));

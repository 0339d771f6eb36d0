// Plays the playlist that the fragment names. A fragment is never sent, so the link stays out of logs and referrers.
const TRY_AGAIN_MS = 5000;
const PATIENCE_MS = 15000; // without a new picture

const video = document.getElementById("video");
const state = document.getElementById("state");

let hls = null;
let timer = 0;
let attempt = 0;
let slate = false;

const say = (name, text) => {
  if (state.textContent !== text) state.textContent = text;
  state.dataset.state = name;
};

// Only a path of this site: `//host`, `\\host` and other schemes have another origin.
const playlist = () => {
  const path = location.hash.slice(1);
  if (!path.startsWith("/")) return null;
  const url = new URL(path, location.origin);
  return url.origin === location.origin ? url.href : null;
};

const stop = () => {
  attempt += 1;
  slate = false;
  clearTimeout(timer);
  hls?.destroy();
  hls = null;
  video.removeAttribute("src");
  video.load();
};

const problem = async (answer) => {
  try {
    return await answer.json();
  } catch {
    return {};
  }
};

const offline = (text) => {
  stop();
  say("offline", `${text} This page tries again every few seconds.`);
  timer = setTimeout(connect, TRY_AGAIN_MS);
};

// What has failed is asked for again: the answer says what to show. Not at once, since it may fail for ever.
const again = () => {
  stop();
  say("connecting", "Connecting …");
  timer = setTimeout(connect, 1000);
};

const play = (url) => {
  if (window.Hls?.isSupported()) {
    hls = new Hls({ enableWorker: false, backBufferLength: 30 });
    hls.on(Hls.Events.ERROR, (_, error) => error.fatal && again());
    hls.on(Hls.Events.MANIFEST_PARSED, start);
    hls.on(Hls.Events.FRAG_CHANGED, (_, { frag }) => shows(frag.url));
    hls.loadSource(url);
    hls.attachMedia(video);
  } else if (video.canPlayType("application/vnd.apple.mpegurl")) {
    video.src = url;
    start();
  } else {
    say("refused", "This browser cannot play the stream.");
  }
};

// What the service plays in place of a camera that is offline.
const shows = (segment) => {
  slate = segment.includes("/slate/");
  tell();
};

const tell = () => (slate ? say("slate", "The camera is offline.") : say("playing", "Live."));

const start = () => video.play().catch(() => say("ready", "Ready: press play."));

// The playlist is asked for once beforehand: its answer says why there is nothing to play.
async function connect() {
  stop();
  const mine = attempt;
  const url = playlist();
  if (!url) return say("refused", "There is no stream in this link. Ask for a new one.");
  say("connecting", "Connecting …");
  let answer;
  try {
    answer = await fetch(url, { cache: "no-store", credentials: "omit" });
  } catch {
    return mine === attempt && offline("The farm cannot be reached.");
  }
  const said = answer.ok ? {} : await problem(answer);
  if (mine !== attempt) return;
  if (answer.ok) return play(url);
  if (answer.status >= 500 || answer.status === 429 || said.code === "camera_offline")
    return offline(said.code === "camera_offline" ? "The camera is offline." : "The stream is interrupted.");
  say("refused", said.title ?? "This link is no longer valid. Ask for a new one.");
}

const waiting = () => {
  if (state.dataset.state === "refused" || state.dataset.state === "offline") return;
  say("waiting", "Waiting for the next picture …");
  clearTimeout(timer);
  timer = setTimeout(again, PATIENCE_MS);
};

video.addEventListener("playing", () => {
  clearTimeout(timer);
  tell();
});
video.addEventListener("pause", () => {
  clearTimeout(timer);
  if (state.dataset.state === "playing") say("paused", "Paused.");
});
video.addEventListener("waiting", waiting);
video.addEventListener("error", () => video.getAttribute("src") && !hls && again());
window.addEventListener("hashchange", connect);
window.addEventListener("pagehide", stop);
window.addEventListener("pageshow", (event) => event.persisted && connect());
connect();

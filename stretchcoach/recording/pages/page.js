
'use strict';
// All times come from the sound: whatever is shown is what is being heard.
const data = JSON.parse(document.getElementById('data').textContent);
const part = (name) => document.getElementById(name);
const audio = new Audio();
const AGAIN = 3; // seconds into a step after which "Back" begins it again
let take = 0;
let began = 0;
let lock = null;
let sounds = [];

function sound(number) {
  if (!sounds[number]) {
    const letters = atob(data.takes[number].sound);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    sounds[number] = URL.createObjectURL(new Blob([bytes], { type: data.type }));
  }
  return sounds[number];
}

function last(entries, time) {
  let found = -1;
  while (found + 1 < entries.length && entries[found + 1].at <= time + 0.02) found += 1;
  return found;
}

function text(name, words) {
  if (part(name).textContent !== words) part(name).textContent = words;
}

function clock(seconds) {
  return Math.floor(seconds / 60) + ':' + String(Math.floor(seconds % 60)).padStart(2, '0');
}

function show() {
  const { moments, lines, seconds } = data.takes[take];
  const time = audio.currentTime;
  if (began) {
    const at = last(moments, time);
    const now = moments[Math.max(at, 0)];
    const until = at + 1 < moments.length ? moments[at + 1].at : seconds;
    text('name', audio.ended ? data.done : now.name);
    text('where', audio.ended ? '' : now.where);
    text('count', now.timed && !audio.ended ? String(Math.max(0, Math.ceil(until - time - 0.02))) : '');
    const line = last(lines, time);
    text('caption', line >= 0 ? lines[line].text : '');
    for (const figure of part('figures').children) figure.hidden = audio.ended || figure.dataset.figure !== now.figure;
  }
  part('gone').value = seconds ? Math.min(1, time / seconds) : 0;
  text('play', audio.paused ? (began ? (audio.ended ? 'Again' : 'Go on') : 'Start') : 'Pause');
  if (data.alarm && began) {
    const gone = (Date.now() - began) / 1000;
    part('clock').hidden = false;
    text('clock', clock(gone) + ' since it began');
    if (gone >= data.alarm.after && part('alarm').hidden) {
      part('alarm').hidden = false;
      text('alarm', data.alarm.text);
    }
  }
}

function frame() {
  show();
  if (!audio.paused) requestAnimationFrame(frame);
}

async function awake() {
  if (lock || audio.paused || !navigator.wakeLock) return;
  try {
    lock = await navigator.wakeLock.request('screen');
    lock.addEventListener('release', () => { lock = null; });
  } catch (refused) {
    lock = null;
  }
}

function play() {
  if (!audio.paused) { audio.pause(); return; }
  if (!audio.src) audio.src = sound(take);
  if (audio.ended) audio.currentTime = 0;
  if (!began) began = Date.now();
  start();
}

function start() {
  audio.play().catch(show); // a pause may come before the sound has begun
}

function go(by) {
  const { chapters, seconds } = data.takes[take];
  const at = last(chapters, audio.currentTime);
  if (!audio.src) audio.src = sound(take);
  if (!began) began = Date.now();
  const again = by < 0 && at >= 0 && audio.currentTime - chapters[at].at > AGAIN;
  const to = again ? at : at + by;
  audio.currentTime = to < 0 ? 0 : to < chapters.length ? chapters[to].at : seconds;
  show();
}

function other() {
  const before = data.takes[take];
  const at = Math.max(0, last(before.chapters, audio.currentTime));
  const playing = !audio.paused;
  take = 1 - take;
  const after = data.takes[take].chapters;
  const to = after.length === before.chapters.length ? after[at].at : 0;
  audio.src = sound(take);
  audio.currentTime = began ? to : 0;
  if (playing) start();
  named();
  show();
}

function named() {
  text('side', data.takes[1 - take] ? data.takes[1 - take].side + ' side first' : '');
}

function dark(on) {
  document.documentElement.toggleAttribute('data-dark', on);
  part('dark').setAttribute('aria-pressed', String(on));
}

part('play').addEventListener('click', play);
part('back').addEventListener('click', () => go(-1));
part('next').addEventListener('click', () => go(1));
part('side').addEventListener('click', other);
part('dark').addEventListener('click', () => dark(!document.documentElement.hasAttribute('data-dark')));
const KEYS = { b: () => go(-1), ArrowLeft: () => go(-1), n: () => go(1), ArrowRight: () => go(1), p: play,
  s: () => { if (data.takes.length > 1) other(); }, d: () => part('dark').click() };
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.key === ' ' && event.target.tagName !== 'BUTTON') { event.preventDefault(); play(); return; }
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (act) { event.preventDefault(); act(); }
});
audio.addEventListener('play', () => { awake(); frame(); });
audio.addEventListener('pause', () => { if (lock) lock.release(); show(); });
audio.addEventListener('ended', () => { if (lock) lock.release(); show(); });
audio.addEventListener('timeupdate', show);
audio.addEventListener('seeked', show);
document.addEventListener('visibilitychange', () => { awake(); show(); });
if (data.alarm) setInterval(show, 500);
if (navigator.mediaSession && window.MediaMetadata) {
  navigator.mediaSession.metadata = new MediaMetadata({ title: document.title });
  for (const [name, act] of [['play', play], ['pause', play], ['previoustrack', () => go(-1)],
    ['nexttrack', () => go(1)]]) navigator.mediaSession.setActionHandler(name, act);
}
part('side').hidden = data.takes.length < 2;
named();
dark(matchMedia('(prefers-color-scheme: dark)').matches);
show();

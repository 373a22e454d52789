// A badge that is still being made: asks how far it is, and shows the page anew when something is ready.
// Without this script the page refreshes itself.
const PAUSE = 1500; // ms, longer each time
let before = null;

async function look(pause) {
  try {
    const answer = await (await fetch(location.pathname, { headers: { Accept: "application/json" } })).json();
    const now = JSON.stringify(answer);
    if (before !== null && before !== now) {
      location.reload();
      return;
    }
    before = now;
    if (answer.signed && answer.certificate) {
      location.reload();
      return;
    }
  } catch { /* offline for a moment: ask again */ }
  setTimeout(() => look(Math.min(pause * 1.3, 15000)), pause);
}
look(PAUSE);

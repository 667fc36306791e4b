// Waiting for what a service does in its own time.

export const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

/** Waits until it is true, and gives what it gave. */
export async function until(wanted, what = "what was waited for", seconds = 30) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(100)) {
    const found = await wanted();
    if (found) return found;
  }
  throw new Error(`it did not happen: ${what}`);
}

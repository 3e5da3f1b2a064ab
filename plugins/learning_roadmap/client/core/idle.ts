/* What can wait until the page is shown. */

export const whenIdle = (task: () => void) =>
  "requestIdleCallback" in globalThis ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 200);

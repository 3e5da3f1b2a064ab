/* Limits the time to wait for IndexedDB, which may never respond: its disk may be missing, or another process may
   lock it. */

/**
 * Wait for a promise. It rejects if there is no answer in time.
 * @param most in ms
 */
export const withTimeout = <T>(answer: Promise<T>, most: number = 4000): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), most);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

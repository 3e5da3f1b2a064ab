/* An answer within a time: IndexedDB may hang for ever (a profile on a lost disk, another process that holds it), and
   nothing here may hang with it. */

/**
 * @param most in ms
 * @returns fails when there is none in time
 */
export const withTimeout = <T>(answer: Promise<T>, most: number = 4000): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), most);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

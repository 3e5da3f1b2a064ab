/* Saves a text or a picture as a file on the learner's disk. */

export const download = (name: string, content: string | Blob, type: string) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

/** A download may begin late; what it is of must be there until then. */
const keptMilliseconds = 60_000;

/** Saves what the page made as a file of this name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMilliseconds);
}

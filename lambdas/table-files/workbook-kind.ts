/** An .xlsx is a ZIP archive; an .xls is a compound file, and so is an .xlsx with a password. */
const beginnings = {
  new: [0x50, 0x4b, 0x03, 0x04],
  old: [0xd0, 0xcf, 0x11, 0xe0],
};

/** Which kind of Excel workbook the file is, by how it begins; undefined for what is none. */
export async function workbookKind(file: Blob): Promise<keyof typeof beginnings | undefined> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const begins = (mark: readonly number[]) => mark.every((byte, at) => head[at] === byte);
  if (begins(beginnings.new)) return 'new';
  return begins(beginnings.old) ? 'old' : undefined;
}

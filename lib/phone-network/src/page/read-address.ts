/** People write numbers with spaces and brackets. */
export function readAddress(text: string): string {
  const address = text.trim();
  return address.startsWith('+') ? address.replace(/[\s().-]/g, '') : address;
}

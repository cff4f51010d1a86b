/** Fewer digits are no phone number, and more are none either: ITU-T E.164 allows 15. */
const numberShape = /^\+?[\d\s().-]{5,30}$/;

/** The numbers of a text or a file: of each line the first cell that can be one; others as they stand. */
export function numbersIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').map(firstNumber);
}

function firstNumber(line: string): string {
  const cells = line.split(/[;,\t]/).map((cell) => cell.trim().replace(/^["']+|["']+$/g, ''));
  return (cells.find((cell) => numberShape.test(cell)) ?? line).slice(0, 200);
}

/** Whether a text looks like a telephone number; whether it can be one is for the server to say. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().-]+$/.test(text) && digits >= 5 && digits <= 15;
}

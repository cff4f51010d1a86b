/** Whether the page may hear the operator. */
export type Microphone = 'ready' | 'microphone-refused' | 'microphone-missing';

/** Asks for it, where nobody was asked yet, and lets go of it at once. */
export async function askForMicrophone(): Promise<Microphone> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    for (const track of stream.getTracks()) track.stop();
    return 'ready';
  } catch (error) {
    return whyNotHeard(error);
  }
}

/** Why the browser gave no microphone. */
export function whyNotHeard(error: unknown): Exclude<Microphone, 'ready'> {
  const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
  return isRefused ? 'microphone-refused' : 'microphone-missing';
}

/** Tells when the permission is given or taken back; where the browser does not say, nothing. */
export async function followPermission(changed: () => void): Promise<void> {
  try {
    const name = 'microphone' as PermissionName;
    const status = await navigator.permissions.query({ name });
    status.addEventListener('change', changed);
  } catch {
    // A browser that has no word for it: the next call asks.
  }
}

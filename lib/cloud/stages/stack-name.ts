export function stackNameOf(stage: string): string {
  return stage === 'prod' ? 'CallbackCenter' : `CallbackCenter-${stage}`;
}
